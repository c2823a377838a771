package org.uitrol.domain.survey.result;

import org.jspecify.annotations.Nullable;

/**
 * Between which two a mean lies, with a confidence of 95 percent: mean ± t · s · √((1 − n/N)/n),
 * the t interval with finite population correction (Cochran, Sampling Techniques, 3rd ed., 1977,
 * sections 2.8 and 2.14), and on either side what the band of the mean adds. It says how far those
 * who answered can be off from all who were asked; not that those who kept silent think alike.
 */
public record Interval(double low, double high) {

  /** The 97.5th percentile of Student's t by degrees of freedom, from 1 (Fisher and Yates). */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  private static final double T_MANY = 1.96;
  private static final double T_MORE = 0.0266;
  private static final double TENTHS = 10;

  /**
   * The interval of a group, from what is told of it only.
   *
   * @param spread the standard deviation of the answers
   * @param highest the highest point of the scale
   * @param asked how many people were asked, where that is known
   */
  static Interval of(Score score, int people, double spread, int highest, @Nullable Integer asked) {
    double unknown = asked == null ? 1 : 1 - (double) people / Math.max(people, asked);
    double error = t(people - 1) * spread * Math.sqrt(unknown / people);
    return new Interval(
        Math.max(1, Math.floor((score.low() - error) * TENTHS) / TENTHS),
        Math.min(highest, Math.ceil((score.high() + error) * TENTHS) / TENTHS));
  }

  /** A little too large rather than too small between the numbers of the table and infinity. */
  static double t(int degrees) {
    if (degrees < 1) {
      return T[0];
    }
    return degrees <= T.length ? T[degrees - 1] : T_MANY + T_MORE * 100 / degrees;
  }

  /** Whether two intervals have nothing in common, so that the groups surely differ. */
  public boolean isApartFrom(Interval other) {
    return high < other.low || other.high < low;
  }
}
