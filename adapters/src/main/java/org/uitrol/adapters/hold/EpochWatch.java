package org.uitrol.adapters.hold;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.SmartLifecycle;
import org.uitrol.adapters.hold.EpochRule.Doubt;
import org.uitrol.adapters.persistence.hold.Epochs;
import org.uitrol.adapters.persistence.hold.Epochs.Present;
import org.uitrol.application.hold.Holds;
import org.uitrol.application.hold.port.Epoch;
import org.uitrol.application.hold.port.HoldState;
import org.uitrol.domain.hold.HoldCause;

/**
 * Compares the database with what is known outside of it: before anything is sent, every second,
 * and once more whenever something is about to leave. What doesn't fit begins a hold.
 */
final class EpochWatch implements Epoch, SmartLifecycle, ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(EpochWatch.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final long ASK_EVERY_NANOS = 100_000_000;
  private static final long LONGEST_STOP_S = 10;

  private final Epochs epochs;
  private final EpochFile file;
  private final HoldState state;
  private final Supplier<Holds> holds;
  private final TransactionManager transactions;
  private final Settings settings;
  private @Nullable EpochMark known;
  private boolean heldBefore;
  private volatile boolean eventsCanBeStored;
  private volatile @Nullable ScheduledThreadPoolExecutor thread;

  /**
   * How it begins.
   *
   * @param onHold whether the settings ask for a hold
   * @param answerWithin how long to wait for other servers to say that they know the database
   */
  record Settings(boolean onHold, Duration answerWithin) {}

  EpochWatch(
      Epochs epochs,
      EpochFile file,
      HoldState state,
      Supplier<Holds> holds,
      TransactionManager transactions,
      Settings settings) {
    this.epochs = epochs;
    this.file = file;
    this.state = state;
    this.holds = holds;
    this.transactions = transactions;
    this.settings = settings;
  }

  /** Before mails, timers and pages. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public synchronized void start() {
    if (settings.onHold()) {
      begin(HoldCause.CONFIGURED);
    }
    if (state.isOn()) {
      heldBefore = true;
    } else {
      Present present = epochs.present();
      known = file.read().orElse(null);
      Optional<Doubt> doubt = EpochRule.doubt(known, present, epochs::hashAt);
      if (doubt.isPresent() && !isSettled(doubt.get())) {
        begin(doubt.get().cause());
      } else {
        adopt();
      }
    }
    ScheduledThreadPoolExecutor started =
        new ScheduledThreadPoolExecutor(1, new AxonThreadFactory("epoch"));
    Future<?> unused =
        started.scheduleWithFixedDelay(
            this::tried, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    thread = started;
  }

  /** Once events can be stored, the history hears of what began before. */
  @Override
  public void run(ApplicationArguments arguments) {
    eventsCanBeStored = true;
    holds.get().record();
  }

  @Override
  public void stop() {
    ScheduledThreadPoolExecutor stopping = thread;
    thread = null;
    eventsCanBeStored = false;
    if (stopping == null) {
      return;
    }
    stopping.shutdown();
    try {
      if (!stopping.awaitTermination(LONGEST_STOP_S, TimeUnit.SECONDS)) {
        LOG.warn("the database is still being looked at");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public synchronized boolean mayLeave() {
    if (state.isOn()) {
      heldBefore = true;
      return true; // It was let go, or it had been taken before.
    }
    if (heldBefore) {
      look();
    }
    EpochMark mark = known;
    if (mark == null) {
      return false;
    }
    Present moved = epochs.move();
    if (!mark.database().equals(moved.database()) || moved.number() <= mark.number()) {
      begin(mark.database().equals(moved.database()) ? HoldCause.OLDER : HoldCause.OTHER_DATABASE);
      return false;
    }
    keep(mark.movedTo(moved.number(), moved.movedAt()));
    return true;
  }

  @Override
  public synchronized void renew(Runnable release) {
    String next = UUID.randomUUID().toString();
    Present present = epochs.present();
    EpochMark before =
        file.read()
            .orElseGet(
                () -> EpochMark.of(Optional.ofNullable(present.database()).orElse(next), present));
    file.write(before.becoming(next));
    transactions.executeInTransaction(
        () -> {
          release.run();
          epochs.rename(next, before.number());
        });
    heldBefore = false;
    adopt();
  }

  /** What is looked at every second. */
  private synchronized void look() {
    if (state.isOn()) {
      heldBefore = true;
      if (eventsCanBeStored) {
        holds.get().record();
      }
      return;
    }
    if (heldBefore) {
      heldBefore = false; // A person has released it, here or by another server.
      adopt();
      return;
    }
    Present present = epochs.present();
    EpochMark mark = known;
    Optional<Doubt> doubt = EpochRule.doubt(mark, present, epochs::hashAt);
    if (mark == null || doubt.isPresent()) {
      begin(doubt.map(Doubt::cause).orElse(HoldCause.OTHER_DATABASE));
      return;
    }
    if (present.position() != mark.position()) {
      epochs.move();
      present = epochs.present();
    }
    if (present.number() != mark.number()) {
      keep(EpochMark.of(mark.database(), present));
    }
    epochs.answer();
  }

  private void tried() {
    try {
      look();
    } catch (RuntimeException | Error e) {
      LOG.warn("the database can't be looked at now, trying again in a moment", e);
    }
  }

  private void begin(HoldCause cause) {
    heldBefore = true;
    LOG.warn("nothing that is past due leaves until somebody releases it: {}", cause);
    if (eventsCanBeStored) {
      holds.get().begin(cause);
    } else {
      holds.get().beginUnrecorded(cause);
    }
  }

  /** Takes the database for the one that it is about. */
  private void adopt() {
    epochs.name(UUID.randomUUID().toString());
    Present present = epochs.present();
    keep(EpochMark.of(String.valueOf(present.database()), present));
  }

  private void keep(EpochMark mark) {
    file.write(mark);
    known = mark;
  }

  private boolean isSettled(Doubt doubt) {
    if (!doubt.settledByOthers() || settings.answerWithin().isZero()) {
      return false;
    }
    String question = UUID.randomUUID().toString();
    epochs.ask(question);
    try {
      long deadline = System.nanoTime() + settings.answerWithin().toNanos();
      while (System.nanoTime() < deadline) {
        if (epochs.isAnswered(question)) {
          return true;
        }
        LockSupport.parkNanos(ASK_EVERY_NANOS);
      }
      return false;
    } finally {
      epochs.forget(question);
    }
  }
}
