package org.uitrol.application.shared;

import java.time.Instant;

/**
 * Something that is due and takes more than a command to one aggregate. Called as {@link WakeUps}
 * is: in a transaction of its own, at least once.
 */
public interface DueWork {

  /** Which timers are for it. */
  TimerKey.Kind kind();

  /** Does what the timer was armed for, if that is still wanted. */
  void wake(TimerKey key, Instant due, Instant now);
}
