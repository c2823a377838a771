package org.uitrol.application.communication;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.AddressCommand.ReleaseAddress;
import org.uitrol.domain.communication.AddressCommand.ReportReturn;
import org.uitrol.domain.communication.AddressEvent;
import org.uitrol.domain.communication.AddressStanding;
import org.uitrol.domain.shared.StreamId;

/** Routes commands to {@link AddressStanding} and keeps its state. */
@Aggregate(type = "address", commandTargetResolver = "commandTargets")
class AddressShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable AddressStanding state;

  AddressShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReportReturn command) {
    AddressStanding.report(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReleaseAddress command) {
    AddressStanding.release(state, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(AddressEvent event) {
    id = StreamId.of("address", event.person()).value();
    state = AddressStanding.evolve(state, event);
  }
}
