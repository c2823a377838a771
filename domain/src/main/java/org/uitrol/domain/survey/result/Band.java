package org.uitrol.domain.survey.result;

/**
 * A number as it is told: not itself, but between which two it lies. Wide enough that a sum or a
 * count never tells that all people of a group answered the same.
 *
 * @param low the least it can be
 * @param high the most it can be
 */
public record Band(int low, int high) {

  /** How many numbers a band holds at least. */
  static final int WIDTH = 3;

  /** How much of the whole range the outermost bands take. */
  private static final int OUTER_PART = 10;

  /**
   * The band of a number that lies between nought and {@code most}. The bands depend on {@code
   * most} alone. The outermost ones take a tenth of the range, so that neither says "all of them".
   */
  static Band of(int number, int most) {
    int outer = Math.max(WIDTH, most / OUTER_PART + 1);
    int inner = most + 1 - 2 * outer;
    if (inner < WIDTH) {
      int half = (most + 1) / 2;
      if (half < WIDTH) {
        return new Band(0, most);
      }
      return number < half ? new Band(0, half - 1) : new Band(half, most);
    }
    if (number < outer) {
      return new Band(0, outer - 1);
    }
    if (number > most - outer) {
      return new Band(most - outer + 1, most);
    }
    int bands = inner / WIDTH;
    int which = Math.min((number - outer) / WIDTH, bands - 1);
    int low = outer + which * WIDTH;
    return new Band(low, which == bands - 1 ? most - outer : low + WIDTH - 1);
  }

  Band plus(Band other) {
    return new Band(low + other.low, high + other.high);
  }

  public double middle() {
    return (low + high) / 2.0;
  }
}
