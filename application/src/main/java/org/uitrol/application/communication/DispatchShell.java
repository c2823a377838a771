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
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.BeginHandOver;
import org.uitrol.domain.communication.DispatchCommand.GatherDispatch;
import org.uitrol.domain.communication.DispatchCommand.LeaveDispatch;
import org.uitrol.domain.communication.DispatchCommand.PostponeDispatch;
import org.uitrol.domain.communication.DispatchCommand.RecordBounce;
import org.uitrol.domain.communication.DispatchCommand.ReleaseDispatch;
import org.uitrol.domain.communication.DispatchCommand.ReportDeferral;
import org.uitrol.domain.communication.DispatchCommand.ReportFailure;
import org.uitrol.domain.communication.DispatchCommand.ReportHandedOver;
import org.uitrol.domain.communication.DispatchCommand.ReportSentWithin;
import org.uitrol.domain.communication.DispatchCommand.ReportUnknown;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.DispatchCommand.SendAgain;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.DispatchEvent;

/** Routes commands to {@link Dispatch} and keeps its state. */
@Aggregate(type = "dispatch", commandTargetResolver = "commandTargets")
class DispatchShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Dispatch state;

  DispatchShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestDispatch command) {
    Dispatch.request(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(PostponeDispatch command) {
    state().postpone(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SuppressDispatch command) {
    state().suppress(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(GatherDispatch command) {
    state().gather(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReportSentWithin command) {
    state().reportSentWithin(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(BeginHandOver command) {
    state().beginHandOver(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReportHandedOver command) {
    state().reportHandedOver(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReportDeferral command) {
    state().reportDeferral(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReleaseDispatch command) {
    state().release(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReportFailure command) {
    state().reportFailure(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReportUnknown command) {
    state().reportUnknown(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(RecordBounce command) {
    state().recordBounce(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(SendAgain command) {
    state().sendAgain(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(LeaveDispatch command) {
    state().leave(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(DispatchEvent event) {
    id = event.dispatch().value();
    state = Dispatch.evolve(state, event);
  }

  private Dispatch state() {
    return Objects.requireNonNull(state);
  }
}
