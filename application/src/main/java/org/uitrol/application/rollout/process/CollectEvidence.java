package org.uitrol.application.rollout.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.Observations;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.rollout.Observation;
import org.uitrol.domain.rollout.RolloutCommand.FinishTask;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessionOver;
import org.uitrol.domain.rollout.RolloutCommand.NoteUntrained;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;
import org.uitrol.domain.training.SkillPathEvent.CourseDiscounted;
import org.uitrol.domain.training.SkillPathEvent.PathCompleted;

/** Tells a rollout what happened in its surveys, sessions, courses and tasks. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class CollectEvidence {

  private static final Actor ACTOR = Actor.process(CollectEvidence.class);

  private final CommandDesk desk;
  private final Streams streams;
  private final Observations observations;

  public CollectEvidence(CommandDesk desk, Streams streams, Observations observations) {
    this.desk = desk;
    this.streams = streams;
    this.observations = observations;
  }

  @EventHandler
  void on(SurveyClosed event) {
    observe(
        event.rollout(),
        Observation.ofDepartment(
            ReactionTrigger.SURVEY_CLOSED,
            "survey/" + event.survey(),
            event.activity(),
            event.outcome(),
            streams
                .state(event.survey(), SurveyEvent.class, Survey::evolve)
                .map(survey -> survey.plan().tells())
                .orElse(Set.of())),
        event.at());
  }

  @EventHandler
  void on(InvitationAnswered event) {
    if (event.answer() == Answer.DECLINED) {
      person(ReactionTrigger.SESSION_DECLINED, "declined", event);
    } else if (event.answer() == Answer.ACCEPTED) {
      person(ReactionTrigger.SESSION_ACCEPTED, "accepted", event);
    }
  }

  private void person(ReactionTrigger trigger, String what, InvitationAnswered event) {
    observeIfAsked(
        event.rollout(),
        Observation.ofPerson(
            trigger,
            what + "/" + event.session() + "/" + event.person(),
            event.activity(),
            event.person(),
            Map.of()),
        event.at());
  }

  @EventHandler
  void on(PersonWaitlisted event) {
    streams
        .state(event.session(), SessionEvent.class, Session::evolve)
        .ifPresent(
            session ->
                observeIfAsked(
                    session.rollout(),
                    Observation.ofPerson(
                        ReactionTrigger.SESSION_WAITLISTED,
                        "waitlisted/" + event.session() + "/" + event.person(),
                        session.activity(),
                        event.person(),
                        Map.of()),
                    event.at()));
  }

  @EventHandler
  void on(SurveyOpened event) {
    observeIfAsked(
        event.rollout(),
        Observation.ofDepartment(
            ReactionTrigger.SURVEY_OPENED, "opened/" + event.survey(), event.activity(), Map.of()),
        event.at());
  }

  @EventHandler
  void on(LearnerEnrolled event) {
    observeIfAsked(
        event.rollout(),
        Observation.ofPerson(
            ReactionTrigger.COURSE_ENROLLED,
            "enrolled/" + event.learnerRecord(),
            event.activity(),
            event.person(),
            Map.of("course", event.course())),
        event.at());
  }

  @EventHandler
  void on(FollowUpEscalated event) {
    observeIfAsked(
        event.rollout(),
        Observation.ofPerson(
            ReactionTrigger.FOLLOW_UP_ESCALATED,
            "escalated/" + event.followUp() + "/" + event.number(),
            event.activity(),
            event.person(),
            Map.of()),
        event.at());
  }

  @EventHandler
  void on(AttendanceRecorded event) {
    observe(
        event.rollout(),
        Observation.ofPerson(
            ReactionTrigger.ATTENDANCE_RECORDED,
            "attendance/" + event.session() + "/" + event.person() + "/" + event.attended(),
            event.activity(),
            event.person(),
            Map.of("attended", event.attended())),
        event.at());
  }

  @EventHandler
  void on(CourseCompleted event) {
    Map<String, Object> facts = new HashMap<>(Map.of("course", event.course()));
    Double score = event.score();
    if (score != null) {
      facts.put("score", score);
    }
    observe(
        event.rollout(),
        Observation.ofPerson(
            ReactionTrigger.COURSE_COMPLETED,
            "completed/" + event.learnerRecord(),
            event.activity(),
            event.person(),
            facts),
        event.at());
  }

  /** With another score a condition may hold that didn't before. */
  @EventHandler
  void on(CourseScored event) {
    observeIfAsked(
        event.rollout(),
        Observation.ofPerson(
            ReactionTrigger.COURSE_COMPLETED,
            "completed/" + event.learnerRecord() + "/" + event.at(),
            event.activity(),
            event.person(),
            Map.of("course", event.course(), "score", event.score())),
        event.at());
  }

  /** Whoever hasn't finished it after all isn't trained; a path is judged by itself. */
  @EventHandler
  void on(ResultWithdrawn event) {
    if (event.completedAt() == null
        && event
            .learnerRecord()
            .equals(LearnerRecordId.of(event.rollout(), event.activity(), event.person()))) {
      desk.send(
          new NoteUntrained(event.rollout(), event.activity(), event.person(), event.at()), ACTOR);
    }
  }

  /** What remains after it may complete the path again, which is told next. */
  @EventHandler
  void on(CourseDiscounted event) {
    desk.send(
        new NoteUntrained(event.rollout(), event.activity(), event.person(), event.at()), ACTOR);
  }

  @EventHandler
  void on(PathCompleted event) {
    observe(
        event.rollout(),
        Observation.ofPerson(
            ReactionTrigger.PATH_COMPLETED,
            "completed/" + event.path(),
            event.activity(),
            event.person(),
            Map.of()),
        event.at());
  }

  @EventHandler
  void on(CourseOverdue event) {
    observe(
        event.rollout(),
        Observation.ofPerson(
            ReactionTrigger.COURSE_OVERDUE,
            "overdue/" + event.learnerRecord(),
            event.activity(),
            event.person(),
            Map.of("course", event.course())),
        event.at());
  }

  @EventHandler
  void on(SessionEnded event) {
    desk.send(
        new NoteSessionOver(event.rollout(), event.activity(), event.session(), event.at()), ACTOR);
  }

  @EventHandler
  void on(SessionCancelled event) {
    observeIfAsked(
        event.rollout(),
        Observation.ofDepartment(
            ReactionTrigger.SESSION_CANCELLED,
            "cancelled/" + event.session(),
            event.activity(),
            Map.of()),
        event.at());
    desk.send(
        new NoteSessionOver(event.rollout(), event.activity(), event.session(), event.at()), ACTOR);
  }

  @EventHandler
  void on(FollowUpClosed event) {
    if (event.kind() == FollowUpKind.TASK) {
      desk.send(new FinishTask(event.rollout(), event.activity(), event.at()), ACTOR);
    }
  }

  private void observeIfAsked(RolloutId rollout, Observation observation, Instant at) {
    observations.tellIfAsked(rollout, observation, at, ACTOR);
  }

  private void observe(RolloutId rollout, Observation observation, Instant at) {
    observations.tell(rollout, observation, at, ACTOR);
  }
}
