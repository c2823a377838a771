package org.uitrol.scheduler.timekeeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.shared.WakeUps;

/**
 * The threads of one node that wake what is due, the longest due first, each timer in a transaction
 * of its own. Rows are locked while they are woken and others pass over them, so any number of
 * nodes may do this at once.
 */
final class Wakers {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final Duration LAST_RETRY = Duration.ofHours(1);
  private static final int LONGEST_ERROR = 1000;
  private static final Logger LOG = LoggerFactory.getLogger(Wakers.class);

  private final TimerTable table;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final WakeUps wakeUps;
  private final BooleanSupplier mayWake;
  private final List<Waker> wakers = new ArrayList<>();
  private volatile boolean stopping;

  Wakers(
      int count,
      TimerTable table,
      TransactionTemplate transactions,
      Clock clock,
      WakeUps wakeUps,
      BooleanSupplier mayWake) {
    this.table = table;
    this.transactions = transactions;
    this.clock = clock;
    this.wakeUps = wakeUps;
    this.mayWake = mayWake;
    for (int i = 1; i <= count; i++) {
      wakers.add(new Waker(i));
    }
  }

  /** Asks for all that is due to be woken; returns at once. */
  void request() {
    wakers.forEach(Waker::request);
  }

  /** Lets the wake-ups that are going on end, and begins no other. */
  void stop() {
    stopping = true;
    wakers.forEach(Waker::stop);
  }

  /**
   * How long to wait after the given number of former failures: 5 s, 10 s, 20 s and so on, an hour
   * at most.
   */
  static Duration pauseAfter(int formerFailures) {
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(formerFailures, 20));
    return pause.compareTo(LAST_RETRY) < 0 ? pause : LAST_RETRY;
  }

  private boolean wakeNext() {
    Attempt attempt = new Attempt();
    try {
      return Boolean.TRUE.equals(transactions.execute(status -> attempt.run()));
    } catch (RuntimeException | Error e) {
      TimerTable.Timer timer = attempt.claimed;
      if (timer == null) {
        throw e;
      }
      noteFailure(timer, e);
      return true;
    }
  }

  private void noteFailure(TimerTable.Timer timer, Throwable problem) {
    Instant nextTry = clock.instant().plus(pauseAfter(timer.attempts()));
    LOG.warn(
        "Timer {} failed for the {}. time, next try at {}",
        timer.key(),
        timer.attempts() + 1,
        nextTry,
        problem);
    transactions.executeWithoutResult(status -> table.failed(timer, nextTry, describe(problem)));
  }

  private static String describe(Throwable problem) {
    // PostgreSQL's text can't hold the character zero.
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(problem);
    String text =
        (cause == problem ? problem.toString() : problem + " because of " + cause)
            .replace('\0', '?');
    return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
  }

  /** One claim and wake-up, which remembers what it claimed when it fails. */
  private final class Attempt {

    private TimerTable.@Nullable Timer claimed;

    boolean run() {
      Instant now = clock.instant();
      Optional<TimerTable.Timer> next = table.claim(now);
      if (next.isEmpty()) {
        return false;
      }
      TimerTable.Timer timer = next.get();
      claimed = timer;
      wakeUps.wake(timer.key(), timer.due(), now);
      table.done(timer);
      return true;
    }
  }

  private final class Waker {

    private final AtomicBoolean requested = new AtomicBoolean();
    private final ExecutorService thread;

    Waker(int number) {
      thread =
          Executors.newSingleThreadExecutor(
              work -> {
                Thread made = new Thread(work, "timers-" + number);
                made.setDaemon(true);
                return made;
              });
    }

    void request() {
      if (!stopping && requested.compareAndSet(false, true)) {
        thread.execute(this::wakeAll);
      }
    }

    /** A failure of the database itself ends this round; the next sweep begins another. */
    private void wakeAll() {
      requested.set(false);
      try {
        boolean more = true;
        while (more && !stopping) {
          more = mayWake.getAsBoolean() && wakeNext();
        }
      } catch (RuntimeException | Error e) {
        LOG.warn("Timers can't be read or written; trying again with the next sweep", e);
      }
    }

    void stop() {
      thread.shutdown();
      try {
        if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
          thread.shutdownNow();
        }
      } catch (InterruptedException e) {
        thread.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }
}
