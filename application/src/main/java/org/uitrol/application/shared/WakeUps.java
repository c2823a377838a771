package org.uitrol.application.shared;

import java.time.Instant;

/**
 * What happens when a timer is due. The scheduler calls it once per key, each in a transaction of
 * its own, and takes the timer away in that same transaction: either both happen or neither.
 *
 * <p>Calls come from several threads, roughly in the order of their due moments, and at least once
 * per armed key. An exception rolls the transaction back; the timer stays, is counted as failing
 * and comes again later, while the other timers go on. Whoever arms the key being woken again, for
 * a later moment, keeps it armed.
 */
@FunctionalInterface
public interface WakeUps {

  /**
   * Does what this timer was armed for, if that is still wanted.
   *
   * @param key as it was armed
   * @param due the moment it was armed for
   * @param now the moment of this wake-up, at or after {@code due}; the time for the commands that
   *     follow
   */
  void wake(String key, Instant due, Instant now);
}
