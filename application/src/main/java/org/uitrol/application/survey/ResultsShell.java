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
import org.uitrol.domain.survey.result.Results;
import org.uitrol.domain.survey.result.ResultsCommand.TellResults;
import org.uitrol.domain.survey.result.ResultsEvent;
import org.uitrol.domain.survey.result.ResultsEvent.ResultsTold;

/**
 * Routes commands to {@link Results} and keeps its state. Counts and ballots leave the box in the
 * same transaction in which they are told.
 */
@Aggregate(type = "results", commandTargetResolver = "commandTargets")
class ResultsShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Results state;

  ResultsShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(TellResults command, BallotBox box, OwnWordsTold words) {
    List<ResultsEvent> events =
        Results.tell(state, command, survey -> box.take(survey, command.plan()));
    for (ResultsEvent event : events) {
      if (event instanceof ResultsTold told) {
        words.tell(told);
      }
      AggregateLifecycle.apply(event);
    }
  }

  @EventSourcingHandler
  void on(ResultsEvent event) {
    id = event.results().value();
    state = Results.evolve(state, event);
  }
}
