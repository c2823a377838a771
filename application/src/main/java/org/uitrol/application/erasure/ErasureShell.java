package org.uitrol.application.erasure;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.ErasureCommand.ApproveErasure;
import org.uitrol.domain.erasure.ErasureCommand.ExpireErasure;
import org.uitrol.domain.erasure.ErasureCommand.ReadmitPerson;
import org.uitrol.domain.erasure.ErasureCommand.RecordStep;
import org.uitrol.domain.erasure.ErasureCommand.RefuseErasure;
import org.uitrol.domain.erasure.ErasureCommand.RepeatErasure;
import org.uitrol.domain.erasure.ErasureCommand.RequestErasure;
import org.uitrol.domain.erasure.ErasureCommand.WithdrawErasure;
import org.uitrol.domain.erasure.ErasureEvent;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.StreamId;

/** Routes commands to {@link Erasure} and keeps its state. */
@Aggregate(type = "erasure", commandTargetResolver = "commandTargets")
class ErasureShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Erasure state;

  ErasureShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestErasure command) {
    apply(Erasure.request(state, command));
  }

  @CommandHandler
  void handle(ApproveErasure command) {
    apply(known().approve(command));
  }

  @CommandHandler
  void handle(RefuseErasure command) {
    apply(known().refuse(command));
  }

  @CommandHandler
  void handle(WithdrawErasure command) {
    apply(known().withdraw(command));
  }

  @CommandHandler
  void handle(ExpireErasure command) {
    apply(known().expire(command));
  }

  @CommandHandler
  void handle(RecordStep command) {
    apply(known().record(command));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RepeatErasure command) {
    apply(Erasure.repeat(state, command));
  }

  @CommandHandler
  void handle(ReadmitPerson command) {
    apply(known().readmit(command));
  }

  @EventSourcingHandler
  void on(ErasureEvent event) {
    id = StreamId.of("erasure", event.person()).value();
    state = Erasure.evolve(state, event);
  }

  private Erasure known() {
    if (state == null) {
      throw new Rejected("ERASURE_UNKNOWN");
    }
    return state;
  }

  private static void apply(List<ErasureEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
