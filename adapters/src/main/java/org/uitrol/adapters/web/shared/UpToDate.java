package org.uitrol.adapters.web.shared;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.application.shared.Processing;

/**
 * Lets the page that comes next show what its reader just did: pages are written a moment after the
 * events.
 */
@Component
public class UpToDate {

  /** After this long the page may be older than what was done; when much happens at once. */
  private static final Duration MOST = Duration.ofMillis(1_500);

  private static final Duration PAUSE = Duration.ofMillis(15);

  private final Processors processors;

  UpToDate(Processors processors) {
    this.processors = processors;
  }

  /** Waits until the pages show everything that happened so far, but not for long. */
  public void await() {
    long begun = System.nanoTime();
    while (!isSo() && System.nanoTime() - begun < MOST.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean isSo() {
    return processors.lag().entrySet().stream()
        .filter(one -> isAwaited(one.getKey()))
        .map(Map.Entry::getValue)
        .allMatch(lag -> lag == 0);
  }

  private static boolean isAwaited(String processor) {
    return processor.equals(Processing.PROCESS) || processor.startsWith("view.");
  }
}
