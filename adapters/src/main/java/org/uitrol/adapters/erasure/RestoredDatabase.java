package org.uitrol.adapters.erasure;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.domain.shared.PersonId;

/**
 * Erases once more whom a database that was restored still holds: what could be seen or sent before
 * anything else begins, the rest and the events about it once everything works.
 */
final class RestoredDatabase implements SmartLifecycle, ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(RestoredDatabase.class);

  private final Erasures erasures;
  private volatile boolean running;
  private volatile Set<PersonId> restored = Set.of();

  RestoredDatabase(Erasures erasures) {
    this.erasures = erasures;
  }

  /** Before mails, timers and pages. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public void start() {
    running = true;
    restored = erasures.destroyRestored();
    if (!restored.isEmpty()) {
      LOG.warn(
          "this database still held {} people who had been erased: it was restored; they are erased"
              + " once more",
          restored.size());
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    erasures.repeat(restored);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
