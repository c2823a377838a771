package org.uitrol.application.audit.rebuild;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rebuild.Rebuild;
import org.uitrol.domain.rebuild.RebuildCommand.BeginRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.StopRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.SwitchView;
import org.uitrol.domain.rebuild.RebuildEvent;

/** Routes commands to {@link Rebuild} and keeps its state. */
@Aggregate(type = "rebuild", commandTargetResolver = "commandTargets")
class RebuildShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Rebuild state;

  RebuildShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(BeginRebuild command) {
    Rebuild.decide(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SwitchView command) {
    Rebuild.decide(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(StopRebuild command) {
    Rebuild.decide(state, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(RebuildEvent event) {
    id = Rebuild.stream(event.view()).value();
    state = Rebuild.evolve(state, event);
  }
}
