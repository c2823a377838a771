package org.uitrol.application.followup;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.followup.FollowUpCase;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpCommand.OpenFollowUp;
import org.uitrol.domain.followup.FollowUpCommand.TakeStep;
import org.uitrol.domain.followup.FollowUpEvent;

/** Routes commands to {@link FollowUpCase} and keeps its state. */
@Aggregate(type = "follow-up", commandTargetResolver = "commandTargets")
class FollowUpCaseShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable FollowUpCase state;

  FollowUpCaseShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenFollowUp command) {
    FollowUpCase.open(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(TakeStep command) {
    state().takeStep(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(CloseFollowUp command) {
    state().close(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(FollowUpEvent event) {
    id = event.followUp().value();
    state = FollowUpCase.evolve(state, event);
  }

  private FollowUpCase state() {
    return Objects.requireNonNull(state);
  }
}
