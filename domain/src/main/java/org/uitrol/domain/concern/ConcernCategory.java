package org.uitrol.domain.concern;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ConcernCategory> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
  }

  /** All keys, in their order. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(ConcernCategory::key).toList();
  }
}
