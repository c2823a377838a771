package org.uitrol.domain.concern;

import java.util.List;
import java.util.Optional;
import org.uitrol.domain.shared.Keys;

/** What a concern is about. */
public enum ConcernCategory {
  /** Whether one's work will change or go. */
  JOB,
  /** Which data the tool uses, who sees its output, whether data leaves the organisation. */
  DATA,
  /** Whether it is right. */
  ETHICS,
  /** Whether one can learn it. */
  SKILLS,
  /** Whether there is time for it. */
  TIME,
  OTHER;

  /** As campaign files write it. */
  public String key() {
    return Keys.of(this);
  }

  public static Optional<ConcernCategory> of(String key) {
    return Keys.find(ConcernCategory.class, key);
  }

  /** All keys, in their order. */
  public static List<String> keys() {
    return Keys.all(ConcernCategory.class);
  }
}
