package org.uitrol.domain.communication;

import java.time.Duration;

/**
 * How long a mail server, or a domain behind it, is left alone when it fails again and again: from
 * the third failure in a row for two minutes, then twice as long each time, at most an hour. Then
 * one mail goes ahead of the others to see whether it is well again.
 */
public final class PauseRule {

  /** So many failures in a row are borne before a pause. */
  public static final int BORNE = 2;

  private static final Duration FIRST = Duration.ofMinutes(2);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 5;

  private PauseRule() {}

  /**
   * How long nothing is sent.
   *
   * @param failures how many there were in a row
   */
  public static Duration after(int failures) {
    if (failures <= BORNE) {
      return Duration.ZERO;
    }
    Duration pause = FIRST.multipliedBy(1L << Math.min(failures - BORNE - 1, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
