package org.uitrol.application.session;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.AskForSeat;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.EndSession;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionCommand.RearrangeSession;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent;

/** Routes commands to {@link Session} and keeps its state. */
@Aggregate(type = "session", commandTargetResolver = "commandTargets")
class SessionShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Session state;

  SessionShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PlanSession command) {
    Session.plan(state, command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(InvitePerson command) {
    state().invite(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(AnswerInvitation command) {
    state().answer(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(TakeSeat command) {
    state().takeSeat(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(AskForSeat command) {
    state().askForSeat(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(ReleaseSeat command) {
    state().releaseSeat(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(RescheduleSession command) {
    state().reschedule(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(RearrangeSession command) {
    state().rearrange(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(CancelSession command) {
    state().cancel(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(RecordAttendance command) {
    state().recordAttendance(command).forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  void handle(EndSession command) {
    state().end(command).forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(SessionEvent event) {
    id = event.session().value();
    state = Session.evolve(state, event);
  }

  private Session state() {
    return Objects.requireNonNull(state);
  }
}
