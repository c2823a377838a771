package org.uitrol.adapters.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.shared.TimerStatus;
import org.uitrol.application.shared.Timers;
import org.uitrol.domain.shared.Rejected;

/**
 * Leads a newcomer through the sample campaign: lets its people act, jumps to the next moment at
 * which something is due, and waits until all that follows has happened.
 */
@Component
@Conditional(TimeIsSimulated.class)
public final class DemoTour {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);
  private static final long LOOK_EVERY_NANOS = 20_000_000;

  private final DemoClock clock;
  private final Timers timers;
  private final Outbox outbox;
  private final Processors processors;
  private final SampleCrowd crowd;
  private final ReentrantLock onlyOne = new ReentrantLock();

  DemoTour(
      DemoClock clock, Timers timers, Outbox outbox, Processors processors, SampleCrowd crowd) {
    this.clock = clock;
    this.timers = timers;
    this.outbox = outbox;
    this.processors = processors;
    this.crowd = crowd;
  }

  /**
   * Jumps once.
   *
   * @param peopleAct whether the sample's people first do what they would have done by now
   * @return the moment that it is now; empty when nothing is due any more
   * @throws Rejected {@code DEMO_BUSY} while another jump is under way or something takes too long
   */
  public Optional<Instant> next(boolean peopleAct) {
    return alone(() -> jump(peopleAct, Instant.MAX));
  }

  /** Jumps from moment to moment until that much time has passed, or nothing is due any more. */
  public Optional<Instant> forward(Duration span, boolean peopleAct) {
    return alone(
        () -> {
          Instant until = clock.instant().plus(span);
          Optional<Instant> reached = Optional.empty();
          Optional<Instant> moment = jump(peopleAct, until);
          while (moment.isPresent()) {
            reached = moment;
            moment = jump(peopleAct, until);
          }
          return reached;
        });
  }

  /** Waits until nothing that is due now is left to do. */
  public void settle() {
    alone(
        () -> {
          waitUntilQuiet();
          return Optional.empty();
        });
  }

  private Optional<Instant> jump(boolean peopleAct, Instant until) {
    waitUntilQuiet();
    if (peopleAct) {
      crowd.act();
      waitUntilQuiet();
    }
    Optional<Instant> due =
        Stream.of(timers.nextDue(), outbox.nextDue())
            .flatMap(Optional::stream)
            .min(Instant::compareTo)
            .filter(moment -> !moment.isAfter(until));
    due.ifPresent(
        moment -> {
          if (moment.isAfter(clock.instant())) {
            clock.jumpTo(moment);
          }
          timers.sweep();
          waitUntilQuiet();
        });
    return due;
  }

  private void waitUntilQuiet() {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!isQuiet()) {
      if (System.nanoTime() > deadline) {
        throw new Rejected("DEMO_BUSY");
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  /** Timers and mails make events, events make timers and mails: quiet is when neither has any. */
  private boolean isQuiet() {
    TimerStatus status = timers.status();
    return status.due() <= status.failing().size()
        && outbox.isIdle(clock.instant())
        && processors.caughtUp()
        && timers.status().due() <= status.failing().size()
        && outbox.isIdle(clock.instant());
  }

  private Optional<Instant> alone(Supplier<Optional<Instant>> work) {
    if (!onlyOne.tryLock()) {
      throw new Rejected("DEMO_BUSY");
    }
    try {
      return work.get();
    } finally {
      onlyOne.unlock();
    }
  }
}
