package org.uitrol.scheduler.timekeeper;

import java.time.Duration;

/**
 * How the timers of one node behave.
 *
 * @param sweepEvery how often the cluster looks for due timers whose alarm didn't come, at least a
 *     second
 * @param workers how many timers this node wakes at the same time; with one, a lone node wakes in
 *     the exact order of due moments, so that after an outage a reminder precedes its escalation
 * @param largestSkew how far this node's clock may be off the database's before it refuses to wake
 *     anything
 */
public record TimerSettings(Duration sweepEvery, int workers, Duration largestSkew) {

  public TimerSettings {
    if (sweepEvery.toMillis() < 1000) {
      throw new IllegalArgumentException("sweep at most once a second, not every " + sweepEvery);
    }
    if (workers < 1) {
      throw new IllegalArgumentException("at least one worker is needed, not " + workers);
    }
  }

  /** Every five seconds, one at a time, two seconds of skew. */
  public static TimerSettings standard() {
    return new TimerSettings(Duration.ofSeconds(5), 1, Duration.ofSeconds(2));
  }

  public TimerSettings withSweepEvery(Duration interval) {
    return new TimerSettings(interval, workers, largestSkew);
  }

  public TimerSettings withWorkers(int count) {
    return new TimerSettings(sweepEvery, count, largestSkew);
  }
}
