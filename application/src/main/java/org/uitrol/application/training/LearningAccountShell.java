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
import org.uitrol.domain.training.LearningAccount;
import org.uitrol.domain.training.LearningAccountCommand.MatchAccount;
import org.uitrol.domain.training.LearningAccountCommand.ReleaseAccount;
import org.uitrol.domain.training.LearningAccountEvent;

/** Routes commands to {@link LearningAccount} and keeps its state. */
@Aggregate(type = "learning-account", commandTargetResolver = "commandTargets")
class LearningAccountShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable LearningAccount state;

  LearningAccountShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(MatchAccount command) {
    LearningAccount.match(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReleaseAccount command) {
    Objects.requireNonNull(state).release(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(LearningAccountEvent event) {
    id = event.account().value();
    state = LearningAccount.evolve(state, event);
  }
}
