package org.uitrol.application.audit.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.audit.explanation.Past.JOOST;
import static org.uitrol.application.audit.explanation.Past.MONDAY;
import static org.uitrol.application.audit.explanation.Past.ROLLOUT;
import static org.uitrol.application.audit.explanation.Past.SANNE;
import static org.uitrol.application.audit.explanation.Past.days;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.application.audit.explanation.Line.RuleKind;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.communication.AddressEvent.AddressSuppressed;
import org.uitrol.domain.communication.AddressEvent.Why;
import org.uitrol.domain.communication.DispatchEvent.DispatchBounced;
import org.uitrol.domain.communication.DispatchEvent.DispatchPostponed;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailConsentEvent.ConsentWithdrawn;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityPlan.Reminders;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.MemberRules.Joiner;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.ParticipationId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyEvent.SurveyReminded;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;

class WhyAnActivityDidNotReachSomebody {

  private static final SurveyId SURVEY = SurveyId.of(ROLLOUT, "readiness");
  private static final DispatchId MAIL = new DispatchId("d-1");

  @Test
  void somebody_who_was_never_there() {
    Explanation why = Past.begun(JOOST).of(SANNE, "news");

    assertThat(reasons(why, Question.MEMBERSHIP))
        .containsExactly(new Reason.NeverMember(SANNE, SamplePlan.FINANCE));
    assertThat(why.lines(Question.MEMBERSHIP).get(0).event()).isNull();
  }

  @Test
  void somebody_who_had_left_before_it_began() {
    Explanation why =
        started(Past.begun(SANNE, JOOST).happened(ROLLOUT, left()), news(), JOOST)
            .of(SANNE, "news");

    assertThat(reasons(why, Question.ACTIVITY)).contains(new Reason.NotMemberThen(SANNE));
    assertThat(reasons(why, Question.MEMBERSHIP)).doesNotContain(new Reason.StillMember(SANNE));
    assertThat(names(why, Question.MEMBERSHIP))
        .containsExactly("rollout.started", "rollout.member-left");
  }

  @Test
  void somebody_who_came_when_it_was_over() {
    Past past = started(Past.begun(JOOST), news(), JOOST);
    past.happened(ROLLOUT, new MemberJoined(ROLLOUT, SANNE, List.of(), days(3)));

    assertThat(reasons(past.of(SANNE, "news"), Question.MEMBERSHIP))
        .contains(new Reason.CameTooLate(SANNE, Joiner.UNDER_WAY));
  }

  @Test
  void an_activity_of_segments_that_somebody_was_not_in() {
    ActivityPlan dutch =
        new ActivityPlan(
            "news",
            ActivityKind.ANNOUNCEMENT,
            "why-copilot",
            0,
            0,
            null,
            null,
            null,
            new Audience(List.of("dutch")));
    Explanation why = started(Past.begun(SANNE, JOOST), dutch, JOOST).of(SANNE, "news");

    assertThat(reasons(why, Question.ACTIVITY))
        .contains(new Reason.NotInAudience(SANNE, List.of("dutch")));
  }

  @Test
  void an_activity_of_a_stage_that_has_not_begun() {
    Explanation why = Past.begun(SANNE).of(SANNE, "practice");

    assertThat(reasons(why, Question.ACTIVITY))
        .containsExactly(new Reason.StageToCome(StageName.TRAIN, StageName.ANNOUNCE));
  }

  @Test
  void an_activity_that_nobody_planned() {
    assertThat(reasons(Past.begun(SANNE).of(SANNE, "yoga"), Question.ACTIVITY))
        .containsExactly(new Reason.NotInPlan(1));
  }

  @Test
  void an_activity_that_waits_in_a_pause() {
    Past past = Past.begun(SANNE).happened(ROLLOUT, planned(news()));
    past.happened(ROLLOUT, new RolloutPaused(ROLLOUT, days(1)));

    assertThat(reasons(past.of(SANNE, "news"), Question.ACTIVITY))
        .contains(new Reason.PausedSince(days(1)));
  }

  @Test
  void a_meeting_without_a_seat_for_somebody() {
    ActivityPlan plans =
        new ActivityPlan("plans", ActivityKind.PRESENTATION, "ai-plans", 1, 8, null, null);
    Past past = started(Past.begun(SANNE), plans, SANNE);
    past.happened(
        ROLLOUT,
        new SessionsNoted(
            ROLLOUT, "plans", List.of(), List.of(SANNE), Map.of(SANNE, NoSeat.DAY_OFF), days(1)));
    Explanation why = past.of(SANNE, "plans");

    assertThat(reasons(why, Question.MEETING))
        .containsExactly(new Reason.WithoutSeat(SANNE, NoSeat.DAY_OFF));
    assertThat(names(why, Question.MEETING)).containsExactly("activity.sessions-planned");
  }

  @Test
  void a_mail_to_somebody_who_opted_out_with_the_event_that_says_so() {
    Past past = started(Past.begun(SANNE), news(), SANNE);
    past.happened(StreamId.of("consent", SANNE), new ConsentWithdrawn(SANNE, days(0)));
    Explanation why = suppressed(past, SuppressReason.OPTED_OUT).of(SANNE, "news");

    assertThat(reasons(why, Question.MAIL)).contains(new Reason.OptedOut(SANNE, days(0)));
    assertThat(names(why, Question.MAIL))
        .containsExactly("consent.withdrawn", "dispatch.requested", "dispatch.suppressed");
  }

  @Test
  void a_mail_to_an_address_that_returns_mail_with_the_event_that_says_so() {
    Past past = started(Past.begun(SANNE), news(), SANNE);
    past.happened(
        StreamId.of("address", SANNE), new AddressSuppressed(SANNE, Why.WRONG, "5.1.1", days(0)));
    Explanation why = suppressed(past, SuppressReason.ADDRESS_RETURNS).of(SANNE, "news");

    assertThat(reasons(why, Question.MAIL))
        .contains(new Reason.AddressSuppressed(SANNE, Why.WRONG, days(0)));
    assertThat(names(why, Question.MAIL)).contains("address.suppressed");
  }

  @Test
  void a_mail_above_what_the_plan_allows_in_a_week() {
    Past past = started(Past.begun(SANNE), news(), SANNE);
    past.happened(MAIL, requested(SANNE));
    past.happened(MAIL, new DispatchPostponed(MAIL, PostponeReason.LOAD, days(3), days(2)));
    Explanation why = past.of(SANNE, "news");

    assertThat(reasons(why, Question.MAIL))
        .containsExactly(
            new Reason.OptionalMail(), new Reason.LoadReached(3, 1), new Reason.MailWaits(days(3)));
    assertThat(Objects.requireNonNull(why.lines(Question.MAIL).get(1).rule()).kind())
        .isEqualTo(RuleKind.LOAD);
  }

  @Test
  void a_mail_that_came_back() {
    Past past = started(Past.begun(SANNE), news(), SANNE);
    past.happened(MAIL, requested(SANNE));
    past.happened(MAIL, new HandedOver(MAIL, 1, days(2)));
    past.happened(MAIL, new DispatchBounced(MAIL, "5.1.1", days(3)));
    Explanation why = past.of(SANNE, "news");

    assertThat(names(why, Question.MAIL))
        .containsExactly("dispatch.requested", "dispatch.handed-over", "dispatch.bounced");
    assertThat(reasons(why, Question.MAIL)).containsExactly(new Reason.OptionalMail());
  }

  @Test
  void a_mail_that_nobody_asked_for() {
    Explanation why = started(Past.begun(SANNE), news(), SANNE).of(SANNE, "news");

    assertThat(reasons(why, Question.MAIL)).containsExactly(new Reason.NoMail(SANNE));
  }

  @Test
  void a_reminder_of_a_survey_in_which_somebody_had_taken_part() {
    Past past = surveyed();
    past.happened(new ParticipationId("x-1"), took(days(1)));
    past.happened(SURVEY, new SurveyReminded(SURVEY, 1, List.of(SANNE, JOOST), days(2)));
    Explanation why = past.of(SANNE, "readiness");

    assertThat(reasons(why, Question.REMINDER)).contains(new Reason.HadAnswered(SANNE, days(1)));
    assertThat(names(why, Question.REMINDER)).containsExactly("survey.reminded", "none");
    assertThat(reasons(why, Question.SURVEY)).doesNotContain(new Reason.TookNoPart(SANNE));
  }

  @Test
  void a_reminder_of_a_survey_for_which_the_invitation_still_waited() {
    Past past = surveyed();
    DispatchId invitation = Letters.id(ROLLOUT, "survey/" + SURVEY + "/invited", SANNE);
    past.happened(invitation, requested(invitation, SANNE, survey("survey-invitation")));
    past.happened(
        invitation, new DispatchPostponed(invitation, PostponeReason.REST, days(5), days(1)));
    past.happened(SURVEY, new SurveyReminded(SURVEY, 1, List.of(SANNE, JOOST), days(2)));

    assertThat(reasons(past.of(SANNE, "readiness"), Question.REMINDER))
        .contains(new Reason.InvitationWaited(SANNE));
  }

  @Test
  void a_reminder_that_was_sent() {
    Past past = surveyed();
    DispatchId mail = Letters.id(ROLLOUT, "survey/" + SURVEY + "/reminder/1", SANNE);
    past.happened(SURVEY, new SurveyReminded(SURVEY, 1, List.of(SANNE, JOOST), days(2)));
    past.happened(mail, requested(mail, SANNE, survey("survey-reminder")));
    past.happened(mail, new HandedOver(mail, 1, days(2)));
    Explanation why = past.of(SANNE, "readiness");

    assertThat(reasons(why, Question.REMINDER))
        .containsExactly(new Reason.Reminded(SANNE), new Reason.ReminderDue(2, days(4)));
    assertThat(names(why, Question.MAIL)).contains("dispatch.handed-over");
  }

  @Test
  void a_reminder_of_a_course_that_somebody_had_finished() {
    ActivityPlan basics =
        new ActivityPlan(
            "basics", ActivityKind.TRAINING, "basics", 0, 10, new Reminders(3, 2), null);
    Past past = started(Past.begun(SANNE), basics, SANNE);
    LearnerRecordId learner = LearnerRecordId.of(ROLLOUT, "basics", SANNE);
    past.happened(
        learner,
        new LearnerEnrolled(
            learner,
            ROLLOUT,
            "basics",
            "basics",
            SANNE,
            days(14),
            List.of(days(3), days(6)),
            days(1)));
    past.happened(
        learner,
        new CourseCompleted(
            learner, ROLLOUT, "basics", "basics", SANNE, null, "lms", days(2), days(2)));
    Explanation why = past.of(SANNE, "basics");

    assertThat(reasons(why, Question.REMINDER))
        .containsExactly(new Reason.HadFinished(SANNE, days(2)));
    assertThat(names(why, Question.COURSE))
        .containsExactly("learner.enrolled", "learner.completed");
  }

  @Test
  void a_reminder_that_no_plan_asks_for() {
    ActivityPlan practice =
        new ActivityPlan("practice", ActivityKind.TRAINING, "practice", 1, 15, null, null);
    Explanation why = started(Past.begun(SANNE), practice, SANNE).of(SANNE, "practice");

    assertThat(reasons(why, Question.REMINDER)).containsExactly(new Reason.NoReminders(1));
    assertThat(
            reasons(started(Past.begun(SANNE), news(), SANNE).of(SANNE, "news"), Question.REMINDER))
        .containsExactly(new Reason.NoRemindersOf(ActivityKind.ANNOUNCEMENT));
  }

  @Test
  void a_reaction_that_did_not_fire_with_the_facts_that_it_saw() {
    ActivityPlan practice =
        new ActivityPlan("practice", ActivityKind.TRAINING, "practice", 1, 15, null, null);
    Past past = started(Past.begun(SANNE), practice, SANNE);
    past.happened(
        ROLLOUT,
        new ReactionRefused(
            ROLLOUT,
            "missed-training",
            "attendance/s-1/p-1042",
            "practice",
            SANNE,
            RefusalReason.CONDITION_FAILS,
            new TreeMap<>(Map.of("attended", true, "activity.kind", "training")),
            days(3)));
    Explanation why = past.of(SANNE, "practice");
    Line refused = why.lines(Question.REACTION).get(0);

    assertThat(refused.reason())
        .isEqualTo(
            new Reason.Refused(
                RefusalReason.CONDITION_FAILS, "!attended && activity.kind == 'training'"));
    assertThat(refused.facts()).containsEntry("attended", true);
    assertThat(refused.rule()).isEqualTo(new Line.Rule(RuleKind.REACTION, "missed-training"));
    assertThat(refused.planVersion()).isEqualTo(1);
    assertThat(reasons(why, Question.REACTION))
        .contains(new Reason.NotTriggered(SANNE, "course-overdue", "course.overdue"));
    assertThat(reasons(why, Question.FOLLOW_UP)).containsExactly(new Reason.NoFollowUp(SANNE));
  }

  @Test
  void a_follow_up_that_has_steps_to_come() {
    ActivityPlan practice =
        new ActivityPlan("practice", ActivityKind.TRAINING, "practice", 1, 15, null, null);
    Past past = started(Past.begun(SANNE), practice, SANNE);
    FollowUpId chase = new FollowUpId("f-1");
    past.happened(
        chase,
        new FollowUpOpened(
            chase,
            FollowUpKind.CHASE,
            ROLLOUT,
            "practice",
            "missed-training",
            SANNE,
            List.of(
                new FollowUpStep(1, "pick-another-date", null, days(4)),
                new FollowUpStep(2, "pick-another-date", null, days(9))),
            "attendance.recorded",
            days(3)));
    past.happened(
        chase,
        new FollowUpReminded(chase, ROLLOUT, "practice", SANNE, 1, "pick-another-date", days(4)));
    Explanation why = past.of(SANNE, "practice");

    assertThat(names(why, Question.FOLLOW_UP))
        .containsExactly("followup.opened", "followup.reminded", "none");
    assertThat(reasons(why, Question.FOLLOW_UP)).containsExactly(new Reason.StepDue(2, days(9)));
    assertThat(names(why, Question.REMINDER)).containsExactly("followup.reminded");
  }

  @Test
  void something_that_is_not_recorded_is_said_not_to_be() {
    Explanation why = started(Past.begun(SANNE, JOOST), news(), JOOST).of(SANNE, "news");

    assertThat(reasons(why, Question.ACTIVITY)).contains(new Reason.NotRecorded());
  }

  @Test
  void is_found_for_every_rollout_that_somebody_was_ever_in() {
    Past past = Past.begun(SANNE).happened(ROLLOUT, left());

    assertThat(past.explanations().rolloutsOf(SANNE)).containsExactly(ROLLOUT);
    assertThat(past.explanations().rolloutsOf(JOOST)).isEmpty();
    assertThat(past.explanations().activities(ROLLOUT, SANNE))
        .extracting(ActivityPlan::id)
        .contains("news", "practice", "live");
  }

  private static MemberLeft left() {
    return new MemberLeft(ROLLOUT, SANNE, days(0));
  }

  private static ActivityPlan news() {
    return new ActivityPlan("news", ActivityKind.ANNOUNCEMENT, "why-copilot", 0, 0, null, null);
  }

  private static ActivityPlanned planned(ActivityPlan activity) {
    return new ActivityPlanned(ROLLOUT, activity, days(1), MONDAY);
  }

  private static Past started(Past past, ActivityPlan activity, PersonId... people) {
    past.happened(ROLLOUT, planned(activity));
    return past.happened(
        ROLLOUT, new ActivityStarted(ROLLOUT, activity, List.of(people), days(8), days(1)));
  }

  private static Past surveyed() {
    ActivityPlan readiness =
        new ActivityPlan(
            "readiness", ActivityKind.SURVEY, "readiness", 2, 6, new Reminders(2, 2), null);
    Past past = started(Past.begun(SANNE, JOOST), readiness, SANNE, JOOST);
    return past.happened(
        SURVEY,
        new SurveyOpened(
            SURVEY,
            ROLLOUT,
            "readiness",
            Objects.requireNonNull(SamplePlan.plan().surveys().get("readiness")),
            5,
            List.of(SANNE, JOOST),
            days(8),
            List.of(days(2), days(4)),
            days(1)));
  }

  private static ParticipationRecorded took(Instant at) {
    return new ParticipationRecorded(new ParticipationId("x-1"), SURVEY, SANNE, at);
  }

  private static Past suppressed(Past past, SuppressReason reason) {
    past.happened(MAIL, requested(SANNE));
    return past.happened(MAIL, new DispatchSuppressed(MAIL, reason, days(2)));
  }

  private static DispatchRequested requested(PersonId person) {
    return requested(
        MAIL,
        person,
        new Letter(
            "why-copilot",
            false,
            ROLLOUT,
            Topic.news(),
            new TreeMap<>(Map.of("activity", "news")),
            null,
            null,
            null));
  }

  private static DispatchRequested requested(DispatchId mail, PersonId person, Letter letter) {
    return new DispatchRequested(mail, person, letter, days(1), days(1));
  }

  private static Letter survey(String template) {
    return Letter.mandatory(
        template,
        ROLLOUT,
        new Topic(Topic.Kind.SURVEY, SURVEY.value()),
        new LinkedHashMap<>(Map.of("activity", "readiness")));
  }

  private static List<Reason> reasons(Explanation why, Question question) {
    return why.lines(question).stream()
        .map(Line::reason)
        .filter(Objects::nonNull)
        .map(WhyAnActivityDidNotReachSomebody::known)
        .toList();
  }

  private static Reason known(@Nullable Reason reason) {
    return Objects.requireNonNull(reason);
  }

  private static List<String> names(Explanation why, Question question) {
    return why.lines(question).stream()
        .map(line -> line.event() == null ? "none" : line.event().name())
        .toList();
  }
}
