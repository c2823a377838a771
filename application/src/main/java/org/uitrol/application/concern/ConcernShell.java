package org.uitrol.application.concern;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.ConcernCommand.AnswerConcern;
import org.uitrol.domain.concern.ConcernCommand.ChangeOwner;
import org.uitrol.domain.concern.ConcernCommand.CheckConcern;
import org.uitrol.domain.concern.ConcernCommand.MarkConcern;
import org.uitrol.domain.concern.ConcernCommand.RaiseConcern;
import org.uitrol.domain.concern.ConcernCommand.ReopenConcern;
import org.uitrol.domain.concern.ConcernCommand.UnmarkConcern;
import org.uitrol.domain.concern.ConcernCommand.WithdrawConcern;
import org.uitrol.domain.concern.ConcernEvent;

/** Routes commands to {@link Concern} and keeps its state. */
@Aggregate(type = "concern", commandTargetResolver = "commandTargets")
class ConcernShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Concern state;

  ConcernShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RaiseConcern command) {
    Concern.raise(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(MarkConcern command) {
    state().mark(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(UnmarkConcern command) {
    state().unmark(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(AnswerConcern command) {
    state().answer(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ChangeOwner command) {
    state().changeOwner(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(WithdrawConcern command) {
    state().withdraw(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReopenConcern command) {
    state().reopen(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(CheckConcern command) {
    state().check(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(ConcernEvent event) {
    id = event.concern().value();
    state = Concern.evolve(state, event);
  }

  private Concern state() {
    return Objects.requireNonNull(state);
  }
}
