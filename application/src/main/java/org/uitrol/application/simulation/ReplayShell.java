package org.uitrol.application.simulation;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.simulation.Replay;
import org.uitrol.domain.simulation.ReplayCommand.AskReplay;
import org.uitrol.domain.simulation.ReplayEvent;

/** Routes commands to {@link Replay} and keeps its state. */
@Aggregate(type = "replay", commandTargetResolver = "commandTargets")
class ReplayShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  @SuppressWarnings("UnusedVariable") // Every replay is written down, whatever came before.
  private @Nullable Replay state;

  ReplayShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AskReplay command) {
    Replay.ask(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(ReplayEvent event) {
    id = StreamId.of("replay", event.campaign()).value();
    state = Replay.evolve(state, event);
  }
}
