package org.uitrol.application.shared;

import java.time.Instant;
import java.util.Optional;

/** How the timers are doing, for the operations page, health and the demo clock. */
public interface Timers {

  /** What is waiting, late and failing, and whether anything fires at all. */
  TimerStatus status();

  /**
   * The earliest due moment that is armed, in the past when it is due already. Timers that failed
   * are left out: they come again by themselves.
   */
  Optional<Instant> nextDue();

  /**
   * Asks for whatever is due to be woken now, and for moments whose alarm is missing or stands at
   * the wrong time to be armed again. Returns at once; the work is done soon after.
   */
  void sweep();
}
