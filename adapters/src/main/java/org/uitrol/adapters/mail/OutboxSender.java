package org.uitrol.adapters.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.Dispatcher;

/**
 * Empties the outbox as long as the application runs, with two threads: a mail server that answers
 * slowly then holds up half of the mail only. A failure is logged and tried again after a pause.
 */
@Component
final class OutboxSender implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final int THREADS = 2;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final Dispatcher dispatcher;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;
  private volatile CountDownLatch stopped = new CountDownLatch(1);

  OutboxSender(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void start() {
    running = true;
    stopped = new CountDownLatch(1);
    for (int number = 1; number <= THREADS; number++) {
      Thread thread = new Thread(this::empty, "outbox-" + number);
      threads.add(thread);
      thread.start();
    }
  }

  /** Lets a mail that is being handed over end, so that its fate is known. */
  @Override
  public void stop() {
    running = false;
    stopped.countDown();
    try {
      for (Thread thread : threads) {
        thread.join(LONGEST_STOP.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void empty() {
    while (running) {
      Duration pause = PAUSE;
      try {
        dispatcher.markAbandoned();
        while (running && dispatcher.sendNext()) {
          // The next one may be due too.
        }
      } catch (RuntimeException | Error e) {
        // An error too must not end the thread in silence: mail would stop without anybody knowing.
        LOG.error("mail can't be sent now, trying again in a moment", e);
        pause = PAUSE_AFTER_FAILURE;
      }
      rest(pause);
    }
  }

  private void rest(Duration pause) {
    try {
      if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        running = false;
      }
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}
