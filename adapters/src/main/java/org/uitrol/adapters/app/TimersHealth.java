package org.uitrol.adapters.app;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.uitrol.application.shared.TimerStatus;
import org.uitrol.application.shared.Timers;

/**
 * Down when nothing fires on this node: the scheduler has not proven itself since the start, has
 * fallen silent, or the node's clock is wrong. Single timers that fail are counted, no more.
 */
final class TimersHealth extends AbstractHealthIndicator {

  private final Timers timers;

  TimersHealth(Timers timers) {
    super("the timers can't be read");
    this.timers = timers;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    TimerStatus status = timers.status();
    (status.isWell() ? health.up() : health.down().withDetail("complaints", status.complaints()))
        .withDetail("armed", status.armed())
        .withDetail("due", status.due())
        .withDetail("overdue", status.overdue())
        .withDetail("failing", status.failing().size())
        .withDetail("heartbeat", String.valueOf(status.heartbeat()))
        .withDetail("clockAheadOfDatabaseMs", status.skew().toMillis());
  }
}
