package org.uitrol.application.session;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.CalendarFeed;
import org.uitrol.domain.session.CalendarFeedCommand.OpenFeed;
import org.uitrol.domain.session.CalendarFeedCommand.WithdrawFeed;
import org.uitrol.domain.session.CalendarFeedEvent;
import org.uitrol.domain.shared.StreamId;

/** Routes commands to {@link CalendarFeed} and keeps its state. */
@Aggregate(type = "calendar-feed", commandTargetResolver = "commandTargets")
class CalendarFeedShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable CalendarFeed state;

  CalendarFeedShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenFeed command) {
    CalendarFeed.open(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(WithdrawFeed command) {
    CalendarFeed.withdraw(state, command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(CalendarFeedEvent event) {
    id = StreamId.of("feed", event.person()).value();
    state = CalendarFeed.evolve(state, event);
  }
}
