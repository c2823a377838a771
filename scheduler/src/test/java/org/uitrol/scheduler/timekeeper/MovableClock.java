package org.uitrol.scheduler.timekeeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Real time plus an offset that a test can change. */
final class MovableClock extends Clock {

  private volatile Duration ahead;

  MovableClock(Duration ahead) {
    this.ahead = ahead;
  }

  void jump(Duration further) {
    ahead = ahead.plus(further);
  }

  void showRealTime() {
    ahead = Duration.ZERO;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }
}
