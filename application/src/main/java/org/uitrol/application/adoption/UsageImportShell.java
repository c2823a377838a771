package org.uitrol.application.adoption;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.UsageCommand.ImportUsage;
import org.uitrol.domain.adoption.UsageEvent;
import org.uitrol.domain.adoption.UsageImport;

/** Routes commands to {@link UsageImport} and keeps its state. */
@Aggregate(type = "usage-import", commandTargetResolver = "commandTargets")
class UsageImportShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable UsageImport state;

  UsageImportShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ImportUsage command) {
    UsageImport.take(state, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(UsageEvent event) {
    id = event.usageImport().value();
    state = UsageImport.evolve(state, event);
  }
}
