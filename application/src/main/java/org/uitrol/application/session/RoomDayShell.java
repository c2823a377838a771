package org.uitrol.application.session;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.RoomDay;
import org.uitrol.domain.session.RoomDayCommand.CloseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReleaseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReopenRoom;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.RoomDayEvent;

/** Routes commands to {@link RoomDay} and keeps its state. */
@Aggregate(type = "room-day", commandTargetResolver = "commandTargets")
class RoomDayShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable RoomDay state;

  RoomDayShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReserveRoom command) {
    RoomDay.reserve(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReleaseRoom command) {
    RoomDay.release(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CloseRoom command) {
    RoomDay.close(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReopenRoom command) {
    RoomDay.reopen(state, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(RoomDayEvent event) {
    id = event.roomDay().value();
    state = RoomDay.evolve(state, event);
  }
}
