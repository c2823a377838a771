package org.uitrol.domain.rollout;

import org.uitrol.domain.shared.Keys;

/** What an activity is. */
public enum ActivityKind {
  /** One mail to everybody. Done once it is sent. */
  ANNOUNCEMENT,
  /** A meeting about the plans. Done when its last session is over. */
  PRESENTATION,
  /** A meeting in which people see their own work done with the tool. Done as a presentation. */
  DEMO,
  /** A course that everybody follows. Done when everybody has, or its time is over. */
  TRAINING,
  /** Questions to everybody. Done when it closes. */
  SURVEY,
  /** Something one person does. Done when that person says so. */
  TASK,
  /** A meeting of one person with a coach; only a reaction plans one. */
  COACHING,
  /** Courses by role and by what each person can do already. Done as a training. */
  PATH;

  /** As campaign files write it, for instance {@code presentation}. */
  public String key() {
    return Keys.of(this);
  }

  /** Whether people learn in it at their own pace until a deadline, and count as trained after. */
  public boolean isTraining() {
    return this == TRAINING || this == PATH;
  }
}
