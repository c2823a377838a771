package org.uitrol.application.hold;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.hold.Hold;
import org.uitrol.domain.hold.HoldCommand.BeginHold;
import org.uitrol.domain.hold.HoldCommand.DiscardDue;
import org.uitrol.domain.hold.HoldCommand.ReleaseDue;
import org.uitrol.domain.hold.HoldCommand.ReleaseHold;
import org.uitrol.domain.hold.HoldEvent;
import org.uitrol.domain.shared.Rejected;

/** Routes commands to {@link Hold} and keeps its state. */
@Aggregate(type = "hold", commandTargetResolver = "commandTargets")
class HoldShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Hold state;

  HoldShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(BeginHold command) {
    apply(Hold.begin(state, command));
  }

  @CommandHandler
  void handle(ReleaseDue command) {
    apply(known().releaseDue(command));
  }

  @CommandHandler
  void handle(DiscardDue command) {
    apply(known().discardDue(command));
  }

  @CommandHandler
  void handle(ReleaseHold command) {
    apply(known().release(command));
  }

  @EventSourcingHandler
  void on(HoldEvent event) {
    id = event.hold().value();
    state = Hold.evolve(state, event);
  }

  private Hold known() {
    if (state == null) {
      throw new Rejected("HOLD_OVER");
    }
    return state;
  }

  private static void apply(List<HoldEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
