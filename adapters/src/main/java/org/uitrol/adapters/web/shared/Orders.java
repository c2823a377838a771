package org.uitrol.adapters.web.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.Command;

/**
 * Hands in what somebody asks on a page, and then waits a moment for the pages to know of it, so
 * that the next one shows what was done.
 */
@Component
public class Orders {

  private static final Duration LONGEST_WAIT = Duration.ofMillis(1_500);
  private static final long LOOK_EVERY_NANOS = 10_000_000;
  private static final String VIEWS = "view.";

  private final CommandDesk desk;
  private final Processors processors;

  Orders(CommandDesk desk, Processors processors) {
    this.desk = desk;
    this.processors = processors;
  }

  public Instant now() {
    return desk.now();
  }

  /**
   * Has a command decided.
   *
   * @param order makes the command of the moment
   * @throws org.uitrol.domain.shared.Rejected if a rule was broken
   */
  public void send(ConsoleUser user, Function<Instant, ? extends Command> order) {
    sendOneOfMany(user, order);
    settle();
  }

  /** As {@link #send}, without waiting; {@link #settle} after the last one. */
  public void sendOneOfMany(ConsoleUser user, Function<Instant, ? extends Command> order) {
    desk.send(order.apply(desk.now()), user.actor());
  }

  /** Waits until the views have seen what has happened, or long enough. */
  public void settle() {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (lags() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  private boolean lags() {
    return processors.lag().entrySet().stream()
        .anyMatch(entry -> entry.getKey().startsWith(VIEWS) && entry.getValue() > 0);
  }
}
