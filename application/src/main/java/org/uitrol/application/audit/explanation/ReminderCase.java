package org.uitrol.application.audit.explanation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.explanation.Line.Rule;
import org.uitrol.application.audit.explanation.Line.RuleKind;
import org.uitrol.application.communication.Letters;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyEvent.SurveyReminded;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerReminded;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;
import org.uitrol.domain.training.SkillPathEvent.PathBegun;
import org.uitrol.domain.training.SkillPathEvent.PathLeft;
import org.uitrol.domain.training.SkillPathEvent.PathReminded;

/** Whether somebody was reminded of an activity, and of each reminder why, or why not. */
final class ReminderCase {

  private final PersonId person;
  private final RolloutPast past;
  private final Chapters chapters;
  private final Map<String, List<Told>> involved;
  private final MailCase mails;
  private final ActivityPlan activity;
  private final Set<String> runs;
  private final Rule rule;

  ReminderCase(
      PersonId person,
      RolloutPast past,
      Chapters chapters,
      Map<String, List<Told>> involved,
      MailCase mails,
      ActivityPlan activity,
      Set<String> runs) {
    this.person = person;
    this.past = past;
    this.chapters = chapters;
    this.involved = involved;
    this.mails = mails;
    this.activity = activity;
    this.runs = runs;
    this.rule = new Rule(RuleKind.REMIND, ActivityPlan.idInPlan(activity.id()));
  }

  void tell() {
    if (activity.kind() == ActivityKind.SURVEY) {
      runs.forEach(this::survey);
    } else if (activity.kind().isTraining()) {
      involved.values().forEach(this::course);
    }
    for (List<Told> history : involved.values()) {
      history.stream()
          .filter(told -> told.event() instanceof FollowUpReminded)
          .forEach(told -> chapters.tell(Question.REMINDER, told));
    }
    if (!chapters.has(Question.REMINDER)) {
      nothing();
    }
  }

  private void nothing() {
    boolean can = activity.kind() == ActivityKind.SURVEY || activity.kind().isTraining();
    if (!can) {
      chapters.missing(Question.REMINDER, new Reason.NoRemindersOf(activity.kind()), null);
    } else if (activity.remind() == null) {
      chapters.missing(Question.REMINDER, new Reason.NoReminders(past.now().planVersion()), rule);
    }
  }

  private void survey(String run) {
    SurveyId survey = SurveyId.of(past.now().id(), run);
    List<Told> history = involved.getOrDefault(survey.value(), List.of());
    int reminded = 0;
    Instant closed = null;
    Instant took = null;
    List<Instant> due = List.of();
    for (Told told : history) {
      if (told.event() instanceof SurveyOpened opened) {
        due = opened.remindAt();
      } else if (told.event() instanceof ParticipationRecorded) {
        took = told.event().at();
      } else if (told.event() instanceof SurveyClosed) {
        closed = told.event().at();
      }
    }
    for (Told told : history) {
      if (told.event() instanceof SurveyReminded one) {
        reminded = one.number();
        chapters.tell(Question.REMINDER, told, ofSurvey(survey, one, took), rule);
      }
    }
    next(due, reminded, took == null ? null : new Reason.HadAnswered(person, took), closed);
  }

  private Reason ofSurvey(SurveyId survey, SurveyReminded reminded, @Nullable Instant took) {
    String cause = "survey/" + survey;
    Optional<List<Told>> sent = mails.find(mail(cause + "/reminder/" + reminded.number()));
    if (sent.isPresent()) {
      return new Reason.Reminded(person);
    } else if (!reminded.invited().contains(person)) {
      return took != null && !took.isAfter(reminded.at())
          ? new Reason.HadAnswered(person, took)
          : new Reason.NotAsked(person);
    } else if (took != null && !took.isAfter(reminded.at())) {
      return new Reason.HadAnswered(person, took);
    }
    boolean waited =
        mails
            .find(mail(cause + "/invited"))
            .map(invitation -> MailCase.isWaiting(invitation, reminded.at()))
            .orElse(false);
    return waited ? new Reason.InvitationWaited(person) : new Reason.NotRecorded();
  }

  private DispatchId mail(String cause) {
    return Letters.id(past.now().id(), cause, person);
  }

  private void course(List<Told> history) {
    List<Instant> due = List.of();
    int reminded = 0;
    Instant left = null;
    boolean known = false;
    for (Told told : history) {
      if (told.event() instanceof LearnerEnrolled enrolled) {
        due = enrolled.remindAt();
        reminded = 0;
        known = true;
      } else if (told.event() instanceof PathBegun begun) {
        due = begun.remindAt();
        known = true;
      } else if (told.event() instanceof LearnerReminded one) {
        reminded = one.number();
        chapters.tell(Question.REMINDER, told, null, rule);
      } else if (told.event() instanceof PathReminded one) {
        reminded = one.number();
        chapters.tell(Question.REMINDER, told, null, rule);
      } else if (told.event() instanceof LearnerWithdrawn || told.event() instanceof PathLeft) {
        left = told.event().at();
      }
    }
    if (known) {
      Instant finished = Involved.finished(history, Instant.MAX);
      next(due, reminded, finished == null ? null : new Reason.HadFinished(person, finished), left);
    }
  }

  /**
   * The reminders that were to come.
   *
   * @param due when each was to be sent
   * @param reminded how many were
   * @param done that the person need not be reminded any more, if so
   * @param ended when it was over for other reasons, if it was
   */
  private void next(
      List<Instant> due, int reminded, @Nullable Reason done, @Nullable Instant ended) {
    if (reminded >= due.size()) {
      return;
    }
    Instant next = due.get(reminded);
    if (done != null) {
      chapters.missing(Question.REMINDER, done, rule);
    } else if (ended != null) {
      chapters.missing(Question.REMINDER, new Reason.EndedBefore(reminded + 1, next), rule);
    } else {
      chapters.missing(Question.REMINDER, new Reason.ReminderDue(reminded + 1, next), rule);
    }
  }
}
