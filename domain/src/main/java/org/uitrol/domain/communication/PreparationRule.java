package org.uitrol.domain.communication;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a mail that couldn't be made ready is tried again: after a minute at first, then after twice
 * as long each time, at most four hours. It fails after twenty tries, which is two days and the
 * nights in which no mail is sent: long enough to mend a server at the weekend, and a person can
 * have it sent again afterwards.
 */
public final class PreparationRule {

  /** So many tries are made before a mail fails. */
  public static final int MOST_TRIES = 20;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(4);
  private static final int MOST_DOUBLINGS = 8;

  private PreparationRule() {}

  /**
   * The moment of the next try; empty when there is none.
   *
   * @param tries how many have failed, the last one just now
   */
  public static Optional<Instant> next(int tries, Instant at) {
    return tries >= MOST_TRIES ? Optional.empty() : Optional.of(at.plus(wait(tries)));
  }

  /** How long a mail waits after that many failed tries. */
  public static Duration wait(int tries) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
