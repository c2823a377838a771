package org.uitrol.domain.survey;

import org.uitrol.domain.shared.Keys;

/** Why people hold back, as a question can measure it and a reaction can be meant for. */
public enum Cause {
  JOB_WORRY("worry.job"),
  DATA_WORRY("worry.data"),
  ETHICS_WORRY("worry.ethics"),
  SKILL_GAP("worry.skills"),
  NO_TIME("worry.time");

  private final String fact;

  Cause(String fact) {
    this.fact = fact;
  }

  /**
   * Under which conditions know how strong it is: the mean of the questions that measure it, from 1
   * to 5 whatever their scales.
   */
  public String fact() {
    return fact;
  }

  /** As campaign files write it, for instance {@code job-worry}. */
  public String key() {
    return Keys.of(this);
  }
}
