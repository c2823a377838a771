package org.uitrol.adapters.persistence.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rings when a transaction that stored events has committed here, and twice a second for what other
 * servers have stored.
 */
final class CommitBell implements AutoCloseable {

  private static final long EVERY_MS = 500;

  private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
  private volatile CountDownLatch next = new CountDownLatch(1);
  private final ScheduledFuture<?> ticking;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "commit-bell");
            thread.setDaemon(true);
            return thread;
          });

  CommitBell() {
    ticking =
        clockwork.scheduleWithFixedDelay(this::ring, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** Hears of events that are being stored; rings once their transaction has committed. */
  void stored(List<? extends EventMessage<?>> events) {
    if (events.isEmpty()) {
      return;
    }
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              ring();
            }
          });
    } else {
      ring();
    }
  }

  void add(Runnable listener) {
    listeners.add(listener);
  }

  void remove(Runnable listener) {
    listeners.remove(listener);
  }

  /** Waits for the next ring; false when it didn't ring in that time. */
  boolean await(long nanos) throws InterruptedException {
    return next.await(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    ticking.cancel(false);
    clockwork.shutdownNow();
  }

  private void ring() {
    CountDownLatch rung = next;
    next = new CountDownLatch(1);
    rung.countDown();
    listeners.forEach(Runnable::run);
  }
}
