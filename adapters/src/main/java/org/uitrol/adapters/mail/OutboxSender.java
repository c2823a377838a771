package org.uitrol.adapters.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.Dispatcher;

/**
 * Empties the outbox as long as the application runs, with two threads: a mail server that answers
 * slowly then holds up half of the mail only. A failure is logged, shown as ill health and tried
 * again after a pause.
 */
@Component
final class OutboxSender implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final int THREADS = 2;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  private final Predicate<BooleanSupplier> send;
  private final Runnable markAbandoned;
  private final Duration pauseAfterFailure;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final Map<String, String> troubles = new ConcurrentHashMap<>();
  private volatile boolean running;
  private volatile CountDownLatch stopped = new CountDownLatch(1);

  @Autowired
  OutboxSender(Dispatcher dispatcher) {
    this(dispatcher::send, dispatcher::markAbandoned, PAUSE_AFTER_FAILURE);
  }

  /**
   * @param send sends some mails as long as it may go on; false when there is nothing to do
   */
  OutboxSender(
      Predicate<BooleanSupplier> send, Runnable markAbandoned, Duration pauseAfterFailure) {
    this.send = send;
    this.markAbandoned = markAbandoned;
    this.pauseAfterFailure = pauseAfterFailure;
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

  /** What is wrong, by the name of the thread; empty when mail is being sent. */
  Map<String, String> troubles() {
    Map<String, String> found = new TreeMap<>(troubles);
    for (Thread thread : threads) {
      if (running && !thread.isAlive()) {
        found.putIfAbsent(thread.getName(), "has ended");
      }
    }
    return found;
  }

  private void empty() {
    while (running) {
      rest(round() ? PAUSE : pauseAfterFailure);
    }
  }

  /** Sends whatever is due; false when something went wrong. Mail goes on without the old ones. */
  private boolean round() {
    Optional<Throwable> old = failureOf(markAbandoned);
    Optional<Throwable> due = failureOf(this::sendAll);
    String name = Thread.currentThread().getName();
    Optional<Throwable> failure = due.or(() -> old);
    if (failure.isPresent()) {
      // Its message may name a person, so it is for the log only.
      troubles.put(name, failure.get().getClass().getSimpleName());
    } else {
      troubles.remove(name);
    }
    return failure.isEmpty();
  }

  private void sendAll() {
    while (running && send.test(() -> running)) {
      // The next one may be due too.
    }
  }

  /** An error too must not end the thread in silence: mail would stop without anybody knowing. */
  private static Optional<Throwable> failureOf(Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      LOG.error("mail can't be sent now, trying again in a moment", e);
      return Optional.of(e);
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
