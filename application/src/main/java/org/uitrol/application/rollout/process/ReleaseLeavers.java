package org.uitrol.application.rollout.process;

import java.time.Instant;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCancelled;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyCommand.UninviteFromSurvey;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.domain.training.SkillPathCommand.LeavePath;

/** Gives back what somebody who left, a cancelled rollout or a skipped activity still has. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class ReleaseLeavers {

  private static final Actor ACTOR = Actor.process(ReleaseLeavers.class);

  private final CommandDesk desk;
  private final Streams streams;
  private final OpenFollowUps followUps;

  public ReleaseLeavers(CommandDesk desk, Streams streams, OpenFollowUps followUps) {
    this.desk = desk;
    this.streams = streams;
    this.followUps = followUps;
  }

  @EventHandler
  void on(MemberLeft event) {
    for (ActivityState activity : activities(event.rollout())) {
      String id = activity.plan().id();
      for (SessionId session : openSessions(activity)) {
        desk.send(new ReleaseSeat(session, event.person(), null, event.at()), ACTOR);
      }
      SurveyId survey = SurveyId.of(event.rollout(), id);
      if (activity.plan().kind() == ActivityKind.SURVEY && streams.exists(survey)) {
        desk.send(new UninviteFromSurvey(survey, event.person(), event.at()), ACTOR);
      }
      stopLearning(event.rollout(), id, event.person(), event.at());
    }
    for (FollowUpId followUp : followUps.of(event.rollout(), event.person())) {
      desk.send(new CloseFollowUp(followUp, FollowUpOutcome.LEFT, event.at()), ACTOR);
    }
  }

  @EventHandler
  void on(RolloutCancelled event) {
    DepartmentRollout rollout =
        streams.state(event.rollout(), RolloutEvent.class, DepartmentRollout::evolve).orElseThrow();
    for (ActivityState activity : rollout.activities().values()) {
      callOff(event.rollout(), activity, rollout.members(), event.at());
    }
    for (FollowUpId followUp : followUps.of(event.rollout())) {
      desk.send(new CloseFollowUp(followUp, FollowUpOutcome.CANCELLED, event.at()), ACTOR);
    }
  }

  /** What a manager decides need not be done is called off for everybody. */
  @EventHandler
  void on(ActivitySkipped event) {
    DepartmentRollout rollout =
        streams.state(event.rollout(), RolloutEvent.class, DepartmentRollout::evolve).orElseThrow();
    ActivityState activity = rollout.activities().get(event.activity());
    if (activity == null) {
      throw new IllegalStateException("no activity '" + event.activity() + "'");
    }
    callOff(event.rollout(), activity, activity.people(), event.at());
    for (PersonId person : Copies.with(activity.people(), rollout.owner())) {
      for (FollowUpId followUp : followUps.about(event.rollout(), event.activity(), person)) {
        desk.send(new CloseFollowUp(followUp, FollowUpOutcome.CANCELLED, event.at()), ACTOR);
      }
    }
  }

  private void callOff(
      RolloutId rollout, ActivityState activity, Set<PersonId> people, Instant at) {
    String id = activity.plan().id();
    for (SessionId session : openSessions(activity)) {
      cancel(session, at);
    }
    SurveyId survey = SurveyId.of(rollout, id);
    if (activity.plan().kind() == ActivityKind.SURVEY && streams.exists(survey)) {
      desk.send(new CloseSurvey(survey, true, at), ACTOR);
    }
    for (PersonId person : people) {
      stopLearning(rollout, id, person, at);
    }
  }

  /** A session that has begun can't be called off any more. */
  private void cancel(SessionId session, Instant at) {
    try {
      desk.send(new CancelSession(session, "", at), ACTOR);
    } catch (Rejected begun) {
      if (!begun.code().equals("SESSION_BEGUN")) {
        throw begun;
      }
    }
  }

  private void stopLearning(RolloutId rollout, String activity, PersonId person, Instant at) {
    LearnerRecordId learner = LearnerRecordId.of(rollout, activity, person);
    if (streams.exists(learner)) {
      desk.send(new Withdraw(learner, at), ACTOR);
    }
    SkillPathId path = SkillPathId.of(rollout, activity, person);
    if (streams.exists(path)) {
      desk.send(new LeavePath(path, at), ACTOR);
    }
  }

  private Iterable<ActivityState> activities(RolloutId rollout) {
    return streams
        .state(rollout, RolloutEvent.class, DepartmentRollout::evolve)
        .orElseThrow()
        .activities()
        .values();
  }

  private static Set<SessionId> openSessions(ActivityState activity) {
    Set<SessionId> open = activity.openSessions();
    return open == null ? Set.of() : open;
  }
}
