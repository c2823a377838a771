package org.uitrol.application.proof;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.proof.CheckpointCommand.AskCheckpoint;
import org.uitrol.domain.proof.CheckpointCommand.RecordCheckpoint;
import org.uitrol.domain.proof.CheckpointCommand.RefuseCheckpoint;
import org.uitrol.domain.proof.CheckpointEvent;
import org.uitrol.domain.proof.Checkpoints;
import org.uitrol.domain.shared.Rejected;

/** Routes commands to {@link Checkpoints} and keeps its state. */
@Aggregate(type = "history", commandTargetResolver = "commandTargets")
class CheckpointShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Checkpoints state;

  CheckpointShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AskCheckpoint command) {
    apply(Checkpoints.ask(state, command));
  }

  @CommandHandler
  void handle(RecordCheckpoint command) {
    apply(known().record(command));
  }

  @CommandHandler
  void handle(RefuseCheckpoint command) {
    apply(known().refuse(command));
  }

  @EventSourcingHandler
  void on(CheckpointEvent event) {
    id = event.history().value();
    state = Checkpoints.evolve(state, event);
  }

  private Checkpoints known() {
    if (state == null) {
      throw new Rejected("CHECKPOINT_NOT_ASKED");
    }
    return state;
  }

  private static void apply(List<CheckpointEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
