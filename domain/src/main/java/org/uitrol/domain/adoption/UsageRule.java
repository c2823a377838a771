package org.uitrol.domain.adoption;

import org.jspecify.annotations.Nullable;

/**
 * Whose reports of use a plan counts, and what it calls sustained.
 *
 * @param of whose reports count
 * @param activeWeeks use is sustained when there is a day of it in at least so many of the four
 *     weeks of a {@link UsageWindow}; from 2 to 4
 * @param individual whether one person's use may be looked at and reacted to, once the works
 *     council has consented; null for no
 */
public record UsageRule(UsageProduct of, int activeWeeks, @Nullable Boolean individual) {

  /** What is meant where a plan doesn't say: a week of leave doesn't undo a habit. */
  public static final int USUAL_WEEKS = 3;

  /** A rule by which nobody's own use is looked at. */
  public UsageRule(UsageProduct of, int activeWeeks) {
    this(of, activeWeeks, null);
  }

  /** Whether one person's use may be looked at and reacted to. */
  public boolean isIndividual() {
    return Boolean.TRUE.equals(individual);
  }
}
