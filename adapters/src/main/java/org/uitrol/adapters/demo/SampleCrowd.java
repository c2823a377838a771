package org.uitrol.adapters.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.followup.FollowUpCase;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathEvent;

/**
 * The people of the sample municipality, who answer, come and learn while a newcomer looks on. They
 * do it by the very commands that pages send. What each does follows from the employee number
 * alone, so that two tours look the same.
 */
@Component
@Conditional(TimeIsSimulated.class)
final class SampleCrowd {

  private static final int PERCENT = 100;
  private static final int ANSWER_AT_ONCE = 65;
  private static final int ANSWER_PER_REMINDER = 15;
  private static final int ACCEPT = 85;
  private static final int DECLINE = 4;
  private static final int ATTEND = 93;
  private static final int LEARN_AT_ONCE = 65;
  private static final int LEARN_PER_REMINDER = 15;
  private static final int CATCH_UP = 70;

  private final CommandDesk desk;
  private final Streams streams;
  private final RolloutIndex rollouts;
  private final OpenFollowUps followUps;
  private final PersonVault vault;

  SampleCrowd(
      CommandDesk desk,
      Streams streams,
      RolloutIndex rollouts,
      OpenFollowUps followUps,
      PersonVault vault) {
    this.desk = desk;
    this.streams = streams;
    this.rollouts = rollouts;
    this.followUps = followUps;
    this.vault = vault;
  }

  /** Does all that people would have done by now. */
  void act() {
    for (Entry entry : rollouts.open()) {
      streams
          .state(entry.rollout(), RolloutEvent.class, DepartmentRollout::evolve)
          .filter(rollout -> rollout.status() == RolloutStatus.RUNNING)
          .ifPresent(this::act);
    }
  }

  private void act(DepartmentRollout rollout) {
    Map<PersonId, PersonalData> people = vault.findAll(rollout.members());
    for (ActivityState activity : rollout.activities().values()) {
      ActivityKind kind = activity.plan().kind();
      if (kind == ActivityKind.SURVEY) {
        answer(rollout, activity, people);
      } else if (kind == ActivityKind.TRAINING) {
        learn(rollout, activity, people);
      } else if (kind == ActivityKind.PATH) {
        followPaths(rollout, activity, people);
      }
      sessions(rollout, activity).forEach(session -> comeTo(session, people));
    }
    for (FollowUpId followUp : followUps.of(rollout.id())) {
      react(followUp, people);
    }
  }

  private void answer(
      DepartmentRollout rollout, ActivityState activity, Map<PersonId, PersonalData> people) {
    SurveyId id = SurveyId.of(rollout.id(), activity.plan().id());
    Optional<Survey> open =
        streams
            .state(id, SurveyEvent.class, Survey::evolve)
            .filter(survey -> !survey.closed() && desk.now().isBefore(survey.closesAt()));
    if (open.isEmpty()) {
      return;
    }
    Survey survey = open.get();
    int share = ANSWER_AT_ONCE + ANSWER_PER_REMINDER * survey.reminded().size();
    people.forEach(
        (person, data) -> {
          if (survey.invited().contains(person)
              && dice(data, activity.plan().id()) < share
              && !streams.exists(TakePart.participation(id, person))) {
            Ballot ballot = ballot(survey, rollout.department(), data);
            desk.send(new TakePart(id, person, ballot, desk.now()), Actor.person(person));
          }
        });
  }

  private static Ballot ballot(Survey survey, DepartmentId department, PersonalData data) {
    Map<String, String> typed = new LinkedHashMap<>();
    SurveyPlan plan = survey.plan();
    boolean first = survey.activity().equals("readiness");
    for (Question question : plan.questions()) {
      int dice = dice(data, survey.activity() + question.id());
      switch (question.kind()) {
        case SCALE -> {
          int mood = mood(department.value(), question, first);
          int answer = mood + (dice < 20 ? -1 : dice > 80 ? 1 : 0);
          typed.put(question.id(), "" + Math.max(1, Math.min(question.points(), answer)));
        }
        case SEVERAL ->
            typed.put(
                question.item(question.choices().get(dice % question.choices().size())), "yes");
        case CHOICE ->
            typed.put(question.id(), question.choices().get(dice % question.choices().size()).id());
        case TEXT -> {
          // Most people leave it empty.
        }
      }
    }
    return Ballot.of(plan, typed);
  }

  /** One department fears for its jobs, one isn't ready before the talk, one is keen. */
  private static int mood(String department, Question question, boolean first) {
    if (question.id().equals("jobWorry")) {
      return first && department.equals("burgerzaken") ? 4 : 2;
    }
    if (question.readiness()) {
      return first && department.equals("sociaal-domein") ? 2 : 4;
    }
    return 3;
  }

  private void learn(
      DepartmentRollout rollout, ActivityState activity, Map<PersonId, PersonalData> people) {
    if (activity.openSessions() != null) {
      return; // A classroom course is completed by attendance.
    }
    people.forEach(
        (person, data) -> {
          LearnerRecordId id = LearnerRecordId.of(rollout.id(), activity.plan().id(), person);
          streams
              .state(id, LearnerEvent.class, LearnerRecord::evolve)
              .filter(learner -> learner.state() == LearnerRecord.State.ENROLLED)
              .filter(
                  learner ->
                      dice(data, activity.plan().id())
                          < LEARN_AT_ONCE + LEARN_PER_REMINDER * learner.reminded().size())
              .ifPresent(learner -> complete(id, person));
        });
  }

  /** What is due on the paths; a test has a result, with which some pass and some don't. */
  private void followPaths(
      DepartmentRollout rollout, ActivityState activity, Map<PersonId, PersonalData> people) {
    people.forEach(
        (person, data) ->
            streams
                .state(
                    SkillPathId.of(rollout.id(), activity.plan().id(), person),
                    SkillPathEvent.class,
                    SkillPath::evolve)
                .filter(
                    path ->
                        dice(data, activity.plan().id())
                            < LEARN_AT_ONCE + LEARN_PER_REMINDER * path.reminded().size())
                .ifPresent(path -> takeSteps(path, data)));
  }

  private void takeSteps(SkillPath path, PersonalData data) {
    Set<String> tests = path.openTests();
    Instant now = desk.now();
    for (String course : path.due()) {
      LearnerRecordId learner =
          LearnerRecordId.of(path.rollout(), path.activity(), course, path.person());
      if (streams.exists(learner)) {
        Double score = tests.contains(course) ? dice(data, course) / (double) PERCENT : null;
        desk.send(new CompleteCourse(learner, score, "csv", now, now), Actor.person(path.person()));
      }
    }
  }

  private void complete(LearnerRecordId learner, PersonId person) {
    Instant now = desk.now();
    desk.send(new CompleteCourse(learner, null, "self", now, now), Actor.person(person));
  }

  private List<Session> sessions(DepartmentRollout rollout, ActivityState activity) {
    return IntStream.rangeClosed(1, rollout.members().size())
        .mapToObj(
            number ->
                new SessionId(Ids.derived("session", rollout.id(), activity.plan().id(), number)))
        .map(id -> streams.state(id, SessionEvent.class, Session::evolve))
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .toList();
  }

  private void comeTo(Session session, Map<PersonId, PersonalData> people) {
    session
        .seats()
        .forEach(
            (person, answer) -> {
              PersonalData data = people.get(person);
              if (data == null) {
                return;
              }
              int dice = dice(data, session.activity());
              if (session.state() == Session.State.ENDED) {
                record(session, person, dice);
              } else if (session.state() == Session.State.PLANNED
                  && answer.isEmpty()
                  && desk.now().isBefore(session.place().startsAt().toInstant())) {
                reply(session, person, dice);
              }
            });
  }

  private void reply(Session session, PersonId person, int dice) {
    if (dice < ACCEPT || dice >= PERCENT - DECLINE) {
      Answer answer = dice < ACCEPT ? Answer.ACCEPTED : Answer.DECLINED;
      desk.send(
          new AnswerInvitation(session.id(), person, answer, desk.now()), Actor.person(person));
    }
  }

  private void record(Session session, PersonId person, int dice) {
    if (!session.attendance().containsKey(person) && session.holdsSeat(person)) {
      desk.send(
          new RecordAttendance(session.id(), person, dice < ATTEND, desk.now()),
          Actor.person(Optional.ofNullable(session.presenter()).orElse(person)));
    }
  }

  private void react(FollowUpId id, Map<PersonId, PersonalData> people) {
    FollowUpCase followUp =
        streams.state(id, FollowUpEvent.class, FollowUpCase::evolve).orElseThrow();
    PersonalData data = people.get(followUp.person());
    if (followUp.taken().isEmpty()) {
      return;
    }
    if (followUp.kind() == FollowUpKind.TASK) {
      desk.send(
          new CloseFollowUp(id, FollowUpOutcome.DONE, desk.now()), Actor.person(followUp.person()));
    } else if (data != null && dice(data, "catch-up") < CATCH_UP) {
      LearnerRecordId learner =
          LearnerRecordId.of(followUp.rollout(), followUp.activity(), followUp.person());
      if (streams.exists(learner)) {
        complete(learner, followUp.person());
      }
      streams
          .state(
              SkillPathId.of(followUp.rollout(), followUp.activity(), followUp.person()),
              SkillPathEvent.class,
              SkillPath::evolve)
          .ifPresent(path -> takeSteps(path, data));
    }
  }

  /** A number from 0 to 99 that is always the same for this person and this topic. */
  private static int dice(PersonalData data, String topic) {
    CRC32 hash = new CRC32();
    hash.update((data.employeeNumber() + "/" + topic).getBytes(StandardCharsets.UTF_8));
    return (int) (hash.getValue() % PERCENT);
  }
}
