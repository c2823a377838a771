package org.uitrol.application.audit.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.explanation.Line.Rule;
import org.uitrol.application.audit.explanation.Line.RuleKind;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.followup.FollowUpEvent.StepSkipped;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutEvent.ReactionAsked;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyEvent.PersonInvited;
import org.uitrol.domain.survey.SurveyEvent.PersonUninvited;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;
import org.uitrol.domain.training.SkillPathEvent;

/** What one person had to do with an activity: sessions, courses, surveys, follow-ups, mails. */
final class Involved {

  private final PersonId person;
  private final String activity;
  private final RolloutId rollout;
  private final RolloutPast past;
  private final Chapters chapters;
  private final List<Told> own;
  private final Function<String, List<Told>> streams;
  private final Set<String> runs;
  private final Set<SessionId> sessions;
  private final IntFunction<Optional<LoadRule>> loads;
  private final @Nullable ActivityPlan planned;

  /** Streams that a mail may be about, and when what each is about came to an end. */
  private final Map<String, List<Told>> involved = new LinkedHashMap<>();

  private final Set<String> considered = new LinkedHashSet<>();

  Involved(
      PersonId person,
      String activity,
      RolloutPast past,
      Chapters chapters,
      List<Told> own,
      Function<String, List<Told>> streams,
      Set<String> runs,
      Set<SessionId> sessions,
      IntFunction<Optional<LoadRule>> loads,
      @Nullable ActivityPlan planned) {
    this.person = person;
    this.activity = activity;
    this.rollout = past.now().id();
    this.past = past;
    this.chapters = chapters;
    this.own = own;
    this.streams = streams;
    this.runs = runs;
    this.sessions = new LinkedHashSet<>(sessions);
    this.loads = loads;
    this.planned = planned;
  }

  void tell() {
    meetings();
    courses();
    surveys();
    reactions();
    followUps();
    MailCase mails =
        new MailCase(person, activity, past, chapters, own, streams, involved, considered, loads);
    mails.tell();
    ActivityPlan known = planned;
    if (known != null) {
      new ReminderCase(person, past, chapters, involved, mails, known, runs).tell();
      absent(known);
    }
  }

  private boolean isMeant(RolloutId of, String id) {
    return of.equals(rollout) && PersonCase.isMeant(activity, id);
  }

  private void meetings() {
    Set<SessionId> visited = new LinkedHashSet<>();
    for (Told told : own) {
      if (told.event() instanceof SessionPlanned session
          && isMeant(session.rollout(), session.activity())) {
        sessions.add(session.session());
      }
    }
    for (Told told : own) {
      if (told.event() instanceof SessionEvent event && sessions.contains(event.session())) {
        visited.add(event.session());
      }
    }
    for (SessionId session : visited) {
      List<Told> history = streams.apply(session.value());
      involved.put(session.value(), history);
      history.stream()
          .filter(told -> told.event() instanceof SessionEvent event && isOwn(event))
          .forEach(told -> chapters.tell(Question.MEETING, told));
      if (isOver(history) && isUnknown(history)) {
        chapters.missing(Question.MEETING, new Reason.AttendanceUnknown(person), null);
      }
    }
  }

  private boolean isOwn(SessionEvent event) {
    if (event instanceof SessionPlanned planned) {
      return planned.invited().contains(person) || person.equals(planned.presenter());
    } else if (event instanceof InvitationAnswered answered) {
      return answered.person().equals(person);
    } else if (event instanceof SeatTaken taken) {
      return taken.person().equals(person);
    } else if (event instanceof PersonWaitlisted waiting) {
      return waiting.person().equals(person);
    } else if (event instanceof SeatReleased released) {
      return released.person().equals(person);
    } else if (event instanceof SessionRescheduled moved) {
      return moved.people().contains(person);
    } else if (event instanceof SessionCancelled cancelled) {
      return cancelled.people().contains(person);
    } else if (event instanceof AttendanceRecorded recorded) {
      return recorded.person().equals(person);
    }
    return event instanceof SessionEnded;
  }

  private static boolean isOver(List<Told> session) {
    return session.stream().anyMatch(told -> told.event() instanceof SessionEnded);
  }

  /** Whether somebody who had a seat to the end is neither said to have been there nor not. */
  private boolean isUnknown(List<Told> session) {
    boolean seated = false;
    for (Told told : session) {
      if (told.event() instanceof SessionPlanned planned) {
        seated = planned.invited().contains(person);
      } else if (told.event() instanceof SeatTaken taken && taken.person().equals(person)) {
        seated = true;
      } else if (told.event() instanceof SeatReleased left && left.person().equals(person)) {
        seated = false;
      } else if (told.event() instanceof AttendanceRecorded recorded
          && recorded.person().equals(person)) {
        return false;
      }
    }
    return seated;
  }

  private void courses() {
    Set<String> records = new LinkedHashSet<>();
    for (Told told : own) {
      if (told.event() instanceof LearnerEnrolled enrolled
          && isMeant(enrolled.rollout(), enrolled.activity())) {
        records.add(told.row().stream());
      } else if (told.event() instanceof SkillPathEvent.PathBegun path
          && isMeant(path.rollout(), path.activity())) {
        records.add(told.row().stream());
      }
    }
    for (String one : records) {
      List<Told> history = streams.apply(one);
      involved.put(one, history);
      history.forEach(told -> chapters.tell(Question.COURSE, told));
      Instant open = dueWhileOpen(history);
      if (open != null) {
        chapters.missing(Question.COURSE, new Reason.CourseOpen(person, open), null);
      }
    }
  }

  /** Until when a course is to be finished that isn't; null when it is, or need not be. */
  private static @Nullable Instant dueWhileOpen(List<Told> history) {
    Instant due = null;
    Instant asked = null;
    for (Told told : history) {
      if (told.event() instanceof LearnerEnrolled enrolled) {
        due = enrolled.dueAt();
        asked = due;
      } else if (told.event() instanceof CourseCompleted
          || told.event() instanceof LearnerWithdrawn) {
        due = null;
      } else if (told.event() instanceof ResultWithdrawn withdrawn
          && withdrawn.completedAt() == null) {
        due = asked;
      }
    }
    return due;
  }

  /** When a course was finished, as far as is still so; null when it isn't. */
  static @Nullable Instant finished(List<Told> history, Instant by) {
    Instant finished = null;
    for (Told told : history) {
      if (told.event().at().isAfter(by)) {
        break;
      }
      if (told.event() instanceof CourseCompleted completed) {
        finished = completed.at();
      } else if (told.event() instanceof LearnerEvent.ResultWithdrawn withdrawn
          && withdrawn.completedAt() == null) {
        finished = null;
      } else if (told.event() instanceof SkillPathEvent.PathCompleted completed) {
        finished = completed.at();
      }
    }
    return finished;
  }

  private void surveys() {
    for (String run : runs) {
      SurveyId survey = SurveyId.of(rollout, run);
      List<Told> history = streams.apply(survey.value());
      if (history.isEmpty()) {
        continue;
      }
      List<Told> all = new ArrayList<>(history);
      own.stream()
          .filter(
              told ->
                  told.event() instanceof ParticipationRecorded took
                      && took.survey().equals(survey))
          .forEach(all::add);
      involved.put(survey.value(), all);
      survey(all);
    }
  }

  private void survey(List<Told> history) {
    boolean asked = false;
    boolean took = false;
    Instant closed = null;
    Instant closesAt = Instant.EPOCH;
    for (Told told : history) {
      if (told.event() instanceof SurveyOpened opened) {
        asked = opened.invited().contains(person);
        closesAt = opened.closesAt();
        chapters.tell(
            Question.SURVEY,
            told,
            asked ? new Reason.AmongPeople(person) : new Reason.NotAsked(person),
            null);
      } else if (told.event() instanceof PersonInvited invited && invited.person().equals(person)) {
        asked = true;
        chapters.tell(Question.SURVEY, told);
      } else if (told.event() instanceof PersonUninvited gone && gone.person().equals(person)) {
        asked = false;
        chapters.tell(Question.SURVEY, told);
      } else if (told.event() instanceof ParticipationRecorded) {
        took = true;
        chapters.tell(Question.SURVEY, told);
      } else if (told.event() instanceof SurveyClosed) {
        closed = told.event().at();
      }
    }
    if (asked && !took) {
      chapters.missing(
          Question.SURVEY,
          closed == null ? new Reason.SurveyOpen(person, closesAt) : new Reason.TookNoPart(person),
          null);
    }
  }

  private void reactions() {
    Set<String> seen = new LinkedHashSet<>();
    for (RolloutPast.Moment moment : past.moments()) {
      Told told = moment.told();
      if (told.event() instanceof ReactionFired fired
          && person.equals(fired.person())
          && isMeant(rollout, fired.activity())) {
        seen.add(fired.reaction());
        considered.add(key(fired.reaction(), fired.cause()));
        chapters.tell(
            Question.REACTION,
            "",
            told,
            new Reason.Fired(condition(moment, fired.reaction())),
            new Rule(RuleKind.REACTION, fired.reaction()),
            fired.seen());
      } else if (told.event() instanceof ReactionRefused refused
          && person.equals(refused.person())
          && isMeant(rollout, refused.activity())) {
        seen.add(refused.reaction());
        chapters.tell(
            Question.REACTION,
            "",
            told,
            new Reason.Refused(refused.reason(), condition(moment, refused.reaction())),
            new Rule(RuleKind.REACTION, refused.reaction()),
            refused.seen());
      } else if (told.event() instanceof ReactionAsked asked
          && person.equals(asked.person())
          && isMeant(rollout, asked.activity())) {
        seen.add(asked.reaction());
        chapters.tell(
            Question.REACTION,
            "",
            told,
            null,
            new Rule(RuleKind.REACTION, asked.reaction()),
            asked.seen());
      }
    }
    for (ReactionPlan reaction : past.now().plan().reactions()) {
      if (!seen.contains(reaction.id()) && concerns(reaction.on())) {
        chapters.missing(
            Question.REACTION,
            new Reason.NotTriggered(person, reaction.id(), reaction.on()),
            new Rule(RuleKind.REACTION, reaction.id()));
      }
    }
  }

  static String key(String reaction, String cause) {
    return reaction + "@" + cause;
  }

  private static String condition(RolloutPast.Moment moment, String reaction) {
    return moment.then().plan().reactions().stream()
        .filter(one -> one.id().equals(reaction))
        .map(ReactionPlan::when)
        .filter(one -> one != null)
        .findFirst()
        .orElse("");
  }

  /** Whether something that a reaction waits for could happen to one person in this activity. */
  private boolean concerns(String on) {
    ActivityPlan known = planned;
    if (known == null) {
      return false;
    }
    ActivityKind kind = known.kind();
    return ReactionTrigger.of(on)
        .filter(ReactionTrigger::isAboutPerson)
        .map(
            trigger ->
                switch (trigger) {
                  case SESSION_ACCEPTED,
                      SESSION_DECLINED,
                      SESSION_WAITLISTED,
                      ATTENDANCE_RECORDED ->
                      PersonCase.isMeeting(kind) || kind == ActivityKind.TRAINING;
                  case COURSE_ENROLLED, COURSE_COMPLETED, COURSE_OVERDUE ->
                      kind == ActivityKind.TRAINING;
                  case PATH_COMPLETED -> kind == ActivityKind.PATH;
                  case FOLLOW_UP_ESCALATED, FOLLOW_UP_CLOSED ->
                      kind.isTraining() || PersonCase.isMeeting(kind);
                  default -> false;
                })
        .orElse(false);
  }

  private void followUps() {
    for (Told told : own) {
      if (told.event() instanceof FollowUpOpened opened
          && opened.person().equals(person)
          && isMeant(opened.rollout(), opened.activity())) {
        followUp(told, opened);
      }
    }
  }

  private void followUp(Told told, FollowUpOpened opened) {
    FollowUpId id = opened.followUp();
    List<Told> history = streams.apply(id.value());
    involved.put(id.value(), history);
    chapters.tell(
        Question.FOLLOW_UP,
        told,
        null,
        opened.on().isEmpty() ? null : new Rule(RuleKind.REACTION, opened.reason()));
    Set<Integer> taken = new LinkedHashSet<>();
    boolean closed = false;
    for (Told next : history) {
      FollowUpEvent event = (FollowUpEvent) next.event();
      if (event instanceof FollowUpReminded reminded) {
        taken.add(reminded.number());
      } else if (event instanceof FollowUpEscalated escalated) {
        taken.add(escalated.number());
      } else if (event instanceof StepSkipped skipped) {
        taken.add(skipped.number());
      }
      closed = closed || event instanceof FollowUpClosed;
      if (!(event instanceof FollowUpOpened)) {
        chapters.tell(Question.FOLLOW_UP, next);
      }
    }
    if (!closed) {
      opened.steps().stream()
          .filter(step -> !taken.contains(step.number()))
          .findFirst()
          .ifPresent(step -> stepDue(step, opened));
    }
  }

  private void stepDue(FollowUpStep step, FollowUpOpened opened) {
    chapters.missing(
        Question.FOLLOW_UP,
        new Reason.StepDue(step.number(), step.dueAt()),
        opened.on().isEmpty() ? null : new Rule(RuleKind.REACTION, opened.reason()));
  }

  /** What one would look for and doesn't find. */
  private void absent(ActivityPlan known) {
    boolean begun = !runs.isEmpty();
    if (begun && PersonCase.isMeeting(known.kind()) && !chapters.has(Question.MEETING)) {
      chapters.missing(Question.MEETING, new Reason.NoSession(person), null);
    }
    if (begun && known.kind().isTraining() && !chapters.has(Question.COURSE)) {
      chapters.missing(Question.COURSE, new Reason.NotEnrolled(person), null);
    }
    if (begun && known.kind() == ActivityKind.SURVEY && !chapters.has(Question.SURVEY)) {
      chapters.missing(Question.SURVEY, new Reason.NotAsked(person), null);
    }
    if (!chapters.has(Question.FOLLOW_UP)) {
      chapters.missing(Question.FOLLOW_UP, new Reason.NoFollowUp(person), null);
    }
  }
}
