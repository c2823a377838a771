package org.uitrol.application.survey;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.domain.survey.Participation;
import org.uitrol.domain.survey.ParticipationCommand.BringAnswers;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.ParticipationEvent;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;

/**
 * Routes commands to {@link Participation} and keeps its state. The ballot goes into the box in the
 * same transaction: either both are stored or neither.
 */
@Aggregate(type = "participation", commandTargetResolver = "commandTargets")
class ParticipationShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Participation state;

  ParticipationShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(TakePart command, BallotBox box) {
    List<ParticipationEvent> events = Participation.takePart(state, command);
    if (!events.isEmpty()) {
      box.cast(command.survey(), command.person(), command.ballot());
    }
    events.forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(BringAnswers command, BallotBox box) {
    List<ParticipationEvent> events = Participation.bring(state, command);
    box.bring(command.survey(), command.person(), command.ballot());
    events.forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(ParticipationEvent event) {
    if (event instanceof ParticipationRecorded recorded) {
      id = recorded.participation().value();
    }
    state = Participation.evolve(state, event);
  }
}
