package org.uitrol.domain.adoption;

/**
 * Whose reports of use a plan counts, and what it calls sustained.
 *
 * @param of whose reports count
 * @param activeWeeks use is sustained when there is a day of it in at least so many of the four
 *     weeks of a {@link UsageWindow}; from 2 to 4
 */
public record UsageRule(UsageProduct of, int activeWeeks) {

  /** What is meant where a plan doesn't say: a week of leave doesn't undo a habit. */
  public static final int USUAL_WEEKS = 3;
}
