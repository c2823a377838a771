package org.uitrol.application.audit.replay;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.replay.Replay;
import org.uitrol.domain.replay.ReplayCommand.BeginReplay;
import org.uitrol.domain.replay.ReplayCommand.StopReplay;
import org.uitrol.domain.replay.ReplayCommand.SwitchView;
import org.uitrol.domain.replay.ReplayEvent;

/** Routes commands to {@link Replay} and keeps its state. */
@Aggregate(type = "replay", commandTargetResolver = "commandTargets")
class ReplayShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Replay state;

  ReplayShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(BeginReplay command) {
    Replay.decide(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SwitchView command) {
    Replay.decide(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(StopReplay command) {
    Replay.decide(state, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(ReplayEvent event) {
    id = Replay.stream(event.view()).value();
    state = Replay.evolve(state, event);
  }
}
