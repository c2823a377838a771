package org.uitrol.application.communication;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.GoalReminders;
import org.uitrol.domain.communication.GoalRemindersCommand.ChooseGoalReminders;
import org.uitrol.domain.communication.GoalRemindersCommand.RemindOfGoals;
import org.uitrol.domain.communication.GoalRemindersEvent;
import org.uitrol.domain.shared.StreamId;

/** Routes commands to {@link GoalReminders} and keeps its state. */
@Aggregate(type = "goal-reminders", commandTargetResolver = "commandTargets")
class GoalRemindersShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable GoalReminders state;

  GoalRemindersShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ChooseGoalReminders command) {
    GoalReminders.choose(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(RemindOfGoals command) {
    Objects.requireNonNull(state).remind(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(GoalRemindersEvent event) {
    id = StreamId.of("goals", event.person()).value();
    state = GoalReminders.evolve(state, event);
  }
}
