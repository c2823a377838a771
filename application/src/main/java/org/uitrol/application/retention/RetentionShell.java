package org.uitrol.application.retention;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.retention.Retention;
import org.uitrol.domain.retention.RetentionCommand.RecordRemoval;
import org.uitrol.domain.retention.RetentionEvent;
import org.uitrol.domain.shared.Keys;

/** Routes commands to {@link Retention} and keeps its state. */
@Aggregate(type = "retention", commandTargetResolver = "commandTargets")
class RetentionShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Retention state;

  RetentionShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordRemoval command) {
    Retention.record(state, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(RetentionEvent event) {
    id = "retention/" + Keys.of(event.kind());
    state = Retention.evolve(state, event);
  }
}
