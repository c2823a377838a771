package org.uitrol.application.survey;

import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyCommand.BringUnnamed;
import org.uitrol.domain.survey.SurveyCommand.CloseIfEnough;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyCommand.InviteToSurvey;
import org.uitrol.domain.survey.SurveyCommand.OpenSurvey;
import org.uitrol.domain.survey.SurveyCommand.RemindOfSurvey;
import org.uitrol.domain.survey.SurveyCommand.UninviteFromSurvey;
import org.uitrol.domain.survey.SurveyEvent;

/** Routes commands to {@link Survey} and keeps its state. */
@Aggregate(type = "survey", commandTargetResolver = "commandTargets")
class SurveyShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Survey state;

  SurveyShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenSurvey command, BallotBox box) {
    List<SurveyEvent> events = Survey.open(state, command);
    if (!events.isEmpty()) {
      box.open(command.survey(), command.plan());
      box.note(command.survey(), command.invited());
    }
    events.forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(InviteToSurvey command, BallotBox box) {
    List<SurveyEvent> events = state().invite(command);
    if (!events.isEmpty()) {
      box.note(command.survey(), List.of(command.person()));
    }
    events.forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(UninviteFromSurvey command) {
    state().uninvite(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(RemindOfSurvey command) {
    state().remind(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(BringUnnamed command, BallotBox box) {
    List<SurveyEvent> events = state().bring(command);
    command.ballots().forEach(ballot -> box.bring(command.survey(), null, ballot));
    events.forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(CloseSurvey command, BallotBox box) {
    Survey survey = state();
    if (survey.closesBy(command)) {
      survey
          .close(
              command,
              Ballot.tally(box.close(survey.id()), survey.plan()).of(box.brought(survey.id())))
          .forEach(AggregateLifecycle::apply);
    }
  }

  @CommandHandler
  void handle(CloseIfEnough command, BallotBox box) {
    if (state().hasEnough(box.count(command.survey()))) {
      handle(new CloseSurvey(command.survey(), true, command.at()), box);
    }
  }

  @EventSourcingHandler
  void on(SurveyEvent event) {
    id = event.survey().value();
    state = Survey.evolve(state, event);
  }

  private Survey state() {
    return Objects.requireNonNull(state);
  }
}
