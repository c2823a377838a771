package org.uitrol.domain.survey.result;

import org.uitrol.domain.survey.SurveyPlan.Question;

/**
 * A mean as it is told: between which two it lies, in tenths.
 *
 * @param low the least it can be
 * @param high the most it can be
 */
public record Score(double low, double high) {

  private static final double TENTHS = 10;
  private static final double HUNDREDTHS = 100;

  /** What floating-point numbers may be off, so that 2.9 stays 2.9. */
  private static final double TINY = 1e-9;

  /** The mean that people gave to a question, as it is told. */
  public static Score of(Question question, double mean, int people) {
    int steps = (int) Math.round((mean - 1) * people);
    return of(Band.of(steps, people * (question.points() - 1)), people);
  }

  /**
   * The mean of a group.
   *
   * @param steps how far above the lowest point of the scale, 1, all answers are together
   */
  static Score of(Band steps, int people) {
    return new Score(
        Math.floor((1 + (double) steps.low() / people) * TENTHS + TINY) / TENTHS,
        Math.ceil((1 + (double) steps.high() / people) * TENTHS - TINY) / TENTHS);
  }

  /** In hundredths: what is worked out from means is no more exact than they are. */
  public static double rounded(double mean) {
    return Math.round(mean * HUNDREDTHS) / HUNDREDTHS;
  }

  /** What to show and to count with where one number is wanted. */
  public double middle() {
    return rounded((low + high) / 2);
  }
}
