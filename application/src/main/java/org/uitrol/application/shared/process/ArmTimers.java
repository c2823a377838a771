package org.uitrol.application.shared.process;

import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Timekeeper;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.application.shared.TimerKey.Kind;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.AdviceSetAside;
import org.uitrol.domain.communication.GoalRemindersEvent.GoalRemindersChosen;
import org.uitrol.domain.communication.GoalRemindersEvent.GoalsReminded;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.concern.ConcernEvent.ConcernReopened;
import org.uitrol.domain.erasure.ErasureEvent;
import org.uitrol.domain.erasure.ErasureEvent.ErasureApproved;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRepeated;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRequested;
import org.uitrol.domain.erasure.ErasureEvent.StepDone;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointAsked;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeaving;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.SkillPathEvent.PathBegun;

/** Arms a timer for every due moment that an event names. */
@Component
@ProcessingGroup(Processing.TIMERS)
@DisallowReplay
public class ArmTimers {

  private final Timekeeper timekeeper;

  public ArmTimers(Timekeeper timekeeper) {
    this.timekeeper = timekeeper;
  }

  @EventHandler
  void on(WaveScheduled event) {
    arm(Kind.WAVE, event.campaign(), event.wave(), event.dueAt());
  }

  @EventHandler
  void on(ActivityPlanned event) {
    arm(Kind.ACTIVITY_START, event.rollout(), event.activity().id(), event.dueAt());
  }

  @EventHandler
  void on(ActivityStarted event) {
    if (event.activity().kind().isTraining()) {
      arm(Kind.ACTIVITY_END, event.rollout(), event.activity().id(), event.endsAt());
    }
  }

  @EventHandler
  void on(MemberLeaving event) {
    arm(Kind.MEMBER_GOES, event.rollout(), event.person().value(), event.until());
  }

  @EventHandler
  void on(StageEntered event) {
    arm(Kind.GATE, event.rollout(), event.stage().key() + ".least", event.leastUntil());
    Instant mostUntil = event.mostUntil();
    if (mostUntil != null) {
      arm(Kind.GATE, event.rollout(), event.stage().key() + ".most", mostUntil);
    }
  }

  @EventHandler
  void on(SurveyOpened event) {
    numbered(Kind.SURVEY_REMINDER, event.survey(), event.remindAt());
    arm(Kind.SURVEY_CLOSE, event.survey(), "", event.closesAt());
  }

  @EventHandler
  void on(SessionPlanned event) {
    arm(Kind.SESSION_END, event.session(), "", event.place().endsAt().toInstant());
  }

  @EventHandler
  void on(SessionRescheduled event) {
    arm(Kind.SESSION_END, event.session(), "", event.place().endsAt().toInstant());
  }

  @EventHandler
  void on(SessionCancelled event) {
    timekeeper.forget(new TimerKey(Kind.SESSION_END, event.session().value(), "").text());
  }

  @EventHandler
  void on(LearnerEnrolled event) {
    numbered(Kind.COURSE_REMINDER, event.learnerRecord(), event.remindAt());
    arm(Kind.COURSE_DEADLINE, event.learnerRecord(), "", event.dueAt());
  }

  @EventHandler
  void on(PathBegun event) {
    numbered(Kind.PATH_REMINDER, event.path(), event.remindAt());
  }

  @EventHandler
  void on(FollowUpOpened event) {
    for (FollowUpStep step : event.steps()) {
      arm(Kind.FOLLOW_UP_STEP, event.followUp(), "" + step.number(), step.dueAt());
    }
  }

  @EventHandler
  void on(ConcernRaised event) {
    arm(Kind.CONCERN_DEADLINE, event.concern(), "", event.dueAt());
  }

  @EventHandler
  void on(ConcernReopened event) {
    arm(Kind.CONCERN_DEADLINE, event.concern(), "", event.dueAt());
  }

  @EventHandler
  void on(AdviceSetAside event) {
    Instant heldUntil = event.heldUntil();
    if (heldUntil != null) {
      arm(Kind.CONSULTATION_SUSPENSION, event.campaign(), "" + event.version(), heldUntil);
    }
  }

  @EventHandler
  void on(GoalRemindersChosen event) {
    Instant nextAt = event.nextAt();
    if (nextAt == null) {
      timekeeper.forget(new TimerKey(Kind.GOAL_REMINDER, event.person().value(), "").text());
    } else {
      arm(Kind.GOAL_REMINDER, event.person(), "", nextAt);
    }
  }

  @EventHandler
  void on(GoalsReminded event) {
    arm(Kind.GOAL_REMINDER, event.person(), "", event.nextAt());
  }

  @EventHandler
  void on(ErasureRequested event) {
    arm(Kind.ERASURE_EXPIRY, event.person(), "" + event.number(), event.expiresAt());
  }

  /** The first step is due at once. */
  @EventHandler
  void on(ErasureApproved event) {
    nextStep(event, "");
  }

  @EventHandler
  void on(ErasureRepeated event) {
    nextStep(event, "again");
  }

  /** Each step has the next one done; the last one finds nothing left to do. */
  @EventHandler
  void on(StepDone event) {
    if (!event.step().isLast()) {
      nextStep(event, Keys.of(event.step()));
    }
  }

  private void nextStep(ErasureEvent event, String after) {
    arm(Kind.ERASURE_STEP, event.person(), after, event.at());
  }

  @EventHandler
  void on(CheckpointAsked event) {
    Instant next = event.nextAt();
    if (next != null) {
      arm(Kind.CHECKPOINT, event.history(), "", next);
    }
  }

  private void numbered(Kind kind, Id id, List<Instant> moments) {
    for (int number = 1; number <= moments.size(); number++) {
      arm(kind, id, "" + number, moments.get(number - 1));
    }
  }

  private void arm(Kind kind, Id id, String part, Instant due) {
    timekeeper.wakeAt(new TimerKey(kind, id.value(), part).text(), due);
  }
}
