package org.uitrol.application.adoption;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.UsageLook;
import org.uitrol.domain.adoption.UsageLookCommand.LookAtUse;
import org.uitrol.domain.adoption.UsageLookEvent;

/** Routes commands to {@link UsageLook} and keeps its state. */
@Aggregate(type = "usage-look", commandTargetResolver = "commandTargets")
class UsageLookShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable UsageLook state;

  UsageLookShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(LookAtUse command) {
    UsageLook.look(state, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(UsageLookEvent event) {
    id = event.look().value();
    state = UsageLook.evolve(state, event);
  }
}
