package org.uitrol.adapters.xapi;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.training.StatementIntake;
import org.uitrol.application.training.port.StatementStore;

/**
 * Looks every hour, on every server, whether accounts that were nobody's have become somebody's,
 * tells once more what couldn't be told, and removes what nobody claims in time. A second server
 * that does the same changes nothing.
 */
@Component
final class StatementRetention implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(StatementRetention.class);
  private static final Actor ACTOR = Actor.process(StatementRetention.class);
  private static final Duration AGAIN = Duration.ofHours(3);

  private final StatementStore store;
  private final StatementIntake intake;
  private final CommandDesk desk;
  private final Duration keep;
  private final ScheduledExecutorService tidier =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "xapi-tidier");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param keep how long what is told of nobody known is kept ({@code UITROL_XAPI_KEEP})
   */
  StatementRetention(
      StatementStore store,
      StatementIntake intake,
      CommandDesk desk,
      @Value("${uitrol.xapi.keep:90d}") Duration keep) {
    this.store = store;
    this.intake = intake;
    this.desk = desk;
    this.keep = keep;
    var unused = tidier.scheduleWithFixedDelay(this::tidy, 2, 60, TimeUnit.MINUTES);
  }

  @Override
  public void destroy() {
    tidier.shutdownNow();
  }

  private void tidy() {
    try {
      Instant now = desk.now();
      intake.tellAgain(now.minus(AGAIN), ACTOR);
      int gone = store.forget(now.minus(keep));
      if (gone > 0) {
        LOG.info("{} statements of people who aren't known were removed after {}", gone, keep);
      }
    } catch (RuntimeException e) {
      // An exception would end the timer.
      LOG.warn("statements can't be looked at now, trying again in an hour", e);
    }
  }
}
