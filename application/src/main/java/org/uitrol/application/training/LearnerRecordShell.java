package org.uitrol.application.training;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.training.LearnerCommand.BeginCourse;
import org.uitrol.domain.training.LearnerCommand.CheckDeadline;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerCommand.Enrol;
import org.uitrol.domain.training.LearnerCommand.RemindLearner;
import org.uitrol.domain.training.LearnerCommand.TakeResultBack;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerRecord;

/** Routes commands to {@link LearnerRecord} and keeps its state. */
@Aggregate(type = "learner-record", commandTargetResolver = "commandTargets")
class LearnerRecordShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable LearnerRecord state;

  LearnerRecordShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(Enrol command) {
    LearnerRecord.enrol(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(BeginCourse command) {
    state().begin(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(CompleteCourse command) {
    state().complete(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(TakeResultBack command) {
    state().takeBack(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(RemindLearner command) {
    state().remind(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(CheckDeadline command) {
    state().checkDeadline(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(Withdraw command) {
    state().withdraw(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LearnerEvent event) {
    id = event.learnerRecord().value();
    state = LearnerRecord.evolve(state, event);
  }

  private LearnerRecord state() {
    return Objects.requireNonNull(state);
  }
}
