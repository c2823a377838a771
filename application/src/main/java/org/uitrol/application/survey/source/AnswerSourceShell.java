package org.uitrol.application.survey.source;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.source.AnswerSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.CloseSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.ConnectSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.MapSource;
import org.uitrol.domain.survey.source.AnswerSourceCommand.NoteAnswers;
import org.uitrol.domain.survey.source.AnswerSourceCommand.RenewSourceSecret;
import org.uitrol.domain.survey.source.AnswerSourceEvent;

/** Routes commands to {@link AnswerSource} and keeps its state. */
@Aggregate(type = "answer-source", commandTargetResolver = "commandTargets")
class AnswerSourceShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable AnswerSource state;

  AnswerSourceShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ConnectSource command) {
    apply(AnswerSource.connect(state, command));
  }

  @CommandHandler
  void handle(MapSource command) {
    apply(known().map(command));
  }

  @CommandHandler
  void handle(RenewSourceSecret command) {
    apply(known().renew(command));
  }

  @CommandHandler
  void handle(NoteAnswers command) {
    apply(known().note(command));
  }

  @CommandHandler
  void handle(CloseSource command) {
    apply(known().close(command));
  }

  @EventSourcingHandler
  void on(AnswerSourceEvent event) {
    id = event.source().value();
    state = AnswerSource.evolve(state, event);
  }

  private AnswerSource known() {
    if (state == null) {
      throw new Rejected("SOURCE_UNKNOWN");
    }
    return state;
  }

  private static void apply(List<AnswerSourceEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
