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
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathCommand.BeginPath;
import org.uitrol.domain.training.SkillPathCommand.LeavePath;
import org.uitrol.domain.training.SkillPathCommand.NoteResult;
import org.uitrol.domain.training.SkillPathCommand.RemindOfPath;
import org.uitrol.domain.training.SkillPathCommand.TakeCourseBack;
import org.uitrol.domain.training.SkillPathEvent;

/** Routes commands to {@link SkillPath} and keeps its state. */
@Aggregate(type = "skill-path", commandTargetResolver = "commandTargets")
class SkillPathShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable SkillPath state;

  SkillPathShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(BeginPath command) {
    SkillPath.begin(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(NoteResult command) {
    state().note(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(TakeCourseBack command) {
    state().takeBack(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(RemindOfPath command) {
    state().remind(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(LeavePath command) {
    state().leave(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(SkillPathEvent event) {
    id = event.path().value();
    state = SkillPath.evolve(state, event);
  }

  private SkillPath state() {
    return Objects.requireNonNull(state);
  }
}
