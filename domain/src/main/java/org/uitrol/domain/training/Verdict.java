package org.uitrol.domain.training;

/** How a person's test went. */
public enum Verdict {
  PASSED,
  FAILED,
  /** Finished without a score: counts as not passed until one becomes known. */
  UNSCORED
}
