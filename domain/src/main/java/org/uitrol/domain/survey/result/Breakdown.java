package org.uitrol.domain.survey.result;

import org.uitrol.domain.shared.Keys;

/**
 * How results are told apart: one of these at a time, never two together. The order says which is
 * told first where not all can be.
 */
public enum Breakdown {
  EVERYBODY,
  DEPARTMENT,
  LEADING,
  SENIORITY,
  LOCATION,
  FUNCTION;

  /** Of {@link #LEADING}: who leads somebody. */
  public static final String LEADER = "leader";

  /** Of {@link #LEADING}: who leads nobody. */
  public static final String STAFF = "staff";

  /** As addresses and files write it. */
  public String key() {
    return Keys.of(this);
  }
}
