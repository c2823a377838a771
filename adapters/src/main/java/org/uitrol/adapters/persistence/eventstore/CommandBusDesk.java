package org.uitrol.adapters.persistence.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.TimeTravel;
import org.uitrol.application.shared.Trace;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.Rejected;

/** The command desk over Axon's command bus in this JVM. */
final class CommandBusDesk implements CommandDesk {

  /**
   * A conflict is over as soon as the other writer has committed; fifty people who want the same
   * seats at the same moment each have their turn.
   */
  static final int ATTEMPTS = 20;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final int LONGEST_DOUBLINGS = 5;

  private final CommandBus bus;
  private final CommitOrderedStorage storage;
  private final TransactionTemplate transactions;
  private final RepeatedTransaction repeated;
  private final Clock clock;
  private final String version;

  /**
   * @param version of Uitrol, whose rules decide
   */
  CommandBusDesk(
      CommandBus bus,
      CommitOrderedStorage storage,
      PlatformTransactionManager transactions,
      Clock clock,
      String version) {
    this.bus = bus;
    this.storage = storage;
    this.transactions = new TransactionTemplate(transactions);
    this.repeated = new RepeatedTransaction(transactions);
    this.clock = clock;
    this.version = version;
  }

  @Override
  public Instant now() {
    AsOf destination = TimeTravel.destination();
    return destination == null
        ? clock.instant().truncatedTo(ChronoUnit.MILLIS)
        : destination.valid();
  }

  @Override
  public void send(Command command, Actor actor) {
    refuseInThePast();
    boolean alone = isAlone();
    CommandMessage<Command> message = message(command, actor);
    CommandResultMessage<?> result = dispatch(message);
    for (int attempt = 1; alone && attempt < ATTEMPTS && isConflict(result); attempt++) {
      pause(attempt);
      result = dispatch(message);
    }
    if (result.isExceptional()) {
      throw failure(result.exceptionResult());
    }
  }

  @Override
  public void sendAll(List<? extends Command> commands, Actor actor) {
    refuseInThePast();
    if (commands.isEmpty()) {
      return;
    }
    if (isAlone()) {
      repeated.run(() -> decideAll(commands, actor));
    } else {
      transactions.executeWithoutResult(status -> decideAll(commands, actor));
    }
  }

  private static void refuseInThePast() {
    if (TimeTravel.destination() != null) {
      throw new Rejected("PAST_IS_OVER", Map.of());
    }
  }

  private void decideAll(List<? extends Command> commands, Actor actor) {
    storage.together(
        commands.stream().map(command -> command.target().value()).toList(),
        () -> {
          for (Command command : commands) {
            CommandResultMessage<?> result = dispatch(message(command, actor));
            if (result.isExceptional()) {
              throw failure(result.exceptionResult());
            }
          }
        });
  }

  /** Whether nothing surrounds this work that would have to be done again with it. */
  static boolean isAlone() {
    return !CurrentUnitOfWork.isStarted()
        && !TransactionSynchronizationManager.isActualTransactionActive();
  }

  private CommandMessage<Command> message(Command command, Actor actor) {
    Object began = CurrentUnitOfWork.correlationData().getOrDefault(Trace.BEHALF, Trace.SELF);
    return new GenericCommandMessage<>(
        command, MetaData.from(Trace.of(actor, began.toString(), version)));
  }

  private CommandResultMessage<?> dispatch(CommandMessage<Command> message) {
    FutureCallback<Command, Object> callback = new FutureCallback<>();
    bus.dispatch(message, callback);
    return callback.getResult();
  }

  private static boolean isConflict(CommandResultMessage<?> result) {
    return result.isExceptional() && DatabaseFailures.isConflict(result.exceptionResult());
  }

  /** Waits a moment, longer each time, until the other writer has committed. */
  static void pause(int attempt) {
    long most = FIRST_PAUSE.toMillis() << Math.min(attempt, LONGEST_DOUBLINGS);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to repeat a command", e);
    }
  }

  private static RuntimeException failure(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(thrown.getMessage(), thrown);
  }
}
