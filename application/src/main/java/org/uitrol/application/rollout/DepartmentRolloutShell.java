package org.uitrol.application.rollout;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.Trace;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.AmendRollout;
import org.uitrol.domain.rollout.RolloutCommand.AnswerReaction;
import org.uitrol.domain.rollout.RolloutCommand.ApproveGate;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.ConsiderGate;
import org.uitrol.domain.rollout.RolloutCommand.EndActivity;
import org.uitrol.domain.rollout.RolloutCommand.FinishTask;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.LetMemberGo;
import org.uitrol.domain.rollout.RolloutCommand.NoteAnswers;
import org.uitrol.domain.rollout.RolloutCommand.NoteConcerns;
import org.uitrol.domain.rollout.RolloutCommand.NoteConsultation;
import org.uitrol.domain.rollout.RolloutCommand.NoteExtraSession;
import org.uitrol.domain.rollout.RolloutCommand.NoteSegments;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessionOver;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessions;
import org.uitrol.domain.rollout.RolloutCommand.NoteUntrained;
import org.uitrol.domain.rollout.RolloutCommand.Observe;
import org.uitrol.domain.rollout.RolloutCommand.OfferHelp;
import org.uitrol.domain.rollout.RolloutCommand.PauseRollout;
import org.uitrol.domain.rollout.RolloutCommand.ReleaseRollout;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutCommand.ResumeRollout;
import org.uitrol.domain.rollout.RolloutCommand.RollBack;
import org.uitrol.domain.rollout.RolloutCommand.SkipActivity;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutCommand.StartActivity;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.rollout.RolloutCommand.WaiveCondition;
import org.uitrol.domain.rollout.RolloutCommand.WithdrawHelp;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.Rules;

/** Routes commands to {@link DepartmentRollout} and keeps its state. */
@Aggregate(type = "rollout", commandTargetResolver = "commandTargets")
class DepartmentRolloutShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable DepartmentRollout state;

  DepartmentRolloutShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(StartRollout command, Rules rules) {
    DepartmentRollout.start(state, command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(StartActivity command, Rules rules) {
    state().startActivity(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(EndActivity command, Rules rules) {
    state().endActivity(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(FinishTask command, Rules rules) {
    state().finishTask(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(SkipActivity command, Rules rules) {
    state().skipActivity(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(NoteSessions command, Rules rules) {
    state().noteSessions(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(NoteExtraSession command) {
    state().noteExtraSession(command).forEach(this::apply);
  }

  @CommandHandler
  void handle(NoteSessionOver command, Rules rules) {
    state().noteSessionOver(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(Observe command, Rules rules) {
    state().observe(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(AnswerReaction command, Rules rules) {
    state().answerReaction(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(NoteConcerns command, Rules rules) {
    state().noteConcerns(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(ConsiderGate command, Rules rules) {
    state().considerGate(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(AddMember command, Rules rules) {
    state().addMember(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(RemoveMember command, Rules rules) {
    state().removeMember(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(LetMemberGo command, Rules rules) {
    state().letMemberGo(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(NoteSegments command, Rules rules) {
    state().noteSegments(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(NoteUntrained command, Rules rules) {
    state().noteUntrained(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(OfferHelp command, Rules rules) {
    state().offerHelp(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(WithdrawHelp command) {
    state().withdrawHelp(command).forEach(this::apply);
  }

  @CommandHandler
  void handle(HoldRollout command, Rules rules) {
    state().hold(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(WaiveCondition command, Rules rules) {
    state().waive(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(AmendRollout command, Rules rules) {
    state().amend(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(NoteConsultation command, Rules rules) {
    state().noteConsultation(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(NoteAnswers command, Rules rules) {
    state().noteAnswers(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(ApproveGate command, Rules rules) {
    state().approve(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(SkipStage command, Rules rules) {
    state().skipStage(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(RollBack command, Rules rules) {
    state().rollBack(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(ReleaseRollout command, Rules rules) {
    state().release(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(PauseRollout command) {
    state().pause(command).forEach(this::apply);
  }

  @CommandHandler
  void handle(ResumeRollout command, Rules rules) {
    state().resume(command, rules).forEach(this::apply);
  }

  @CommandHandler
  void handle(CancelRollout command) {
    state().cancel(command).forEach(this::apply);
  }

  @EventSourcingHandler
  void on(RolloutEvent event) {
    id = event.rollout().value();
    state = DepartmentRollout.evolve(state, event);
  }

  /** With the version of the plan by which it was decided. */
  private void apply(RolloutEvent event) {
    DepartmentRollout pinned = state;
    int version =
        event instanceof RolloutStarted started
            ? started.planVersion()
            : Objects.requireNonNull(pinned).planVersion();
    AggregateLifecycle.apply(event, MetaData.with(Trace.PLAN, Integer.toString(version)));
  }

  private DepartmentRollout state() {
    return Objects.requireNonNull(state);
  }
}
