package org.uitrol.adapters.persistence.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Trace;
import org.uitrol.domain.shared.Command;

/** The command desk over Axon's command bus in this JVM. */
final class CommandBusDesk implements CommandDesk {

  /** A conflict is over as soon as the other writer has committed. */
  static final int ATTEMPTS = 5;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

  private final CommandBus bus;
  private final Clock clock;

  CommandBusDesk(CommandBus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  @Override
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void send(Command command, Actor actor) {
    boolean alone =
        !CurrentUnitOfWork.isStarted()
            && !TransactionSynchronizationManager.isActualTransactionActive();
    CommandMessage<Command> message =
        new GenericCommandMessage<>(command, MetaData.with(Trace.ACTOR, actor.value()));
    CommandResultMessage<?> result = dispatch(message);
    for (int attempt = 1; alone && attempt < ATTEMPTS && isConflict(result); attempt++) {
      pause(attempt);
      result = dispatch(message);
    }
    if (result.isExceptional()) {
      throw failure(result.exceptionResult());
    }
  }

  private CommandResultMessage<?> dispatch(CommandMessage<Command> message) {
    FutureCallback<Command, Object> callback = new FutureCallback<>();
    bus.dispatch(message, callback);
    return callback.getResult();
  }

  private static boolean isConflict(CommandResultMessage<?> result) {
    return result.isExceptional() && DatabaseFailures.isConflict(result.exceptionResult());
  }

  private static void pause(int attempt) {
    long most = FIRST_PAUSE.toMillis() << attempt;
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
