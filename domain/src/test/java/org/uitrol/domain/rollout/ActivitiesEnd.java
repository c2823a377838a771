package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.completed;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Meetings.OTHER_SESSION;
import static org.uitrol.domain.testing.Meetings.SESSION;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.activity;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.presentation;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;
import static org.uitrol.domain.testing.Plans.task;
import static org.uitrol.domain.testing.Plans.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.EndActivity;
import org.uitrol.domain.rollout.RolloutCommand.FinishTask;
import org.uitrol.domain.rollout.RolloutCommand.NoteExtraSession;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessionOver;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessions;
import org.uitrol.domain.rollout.RolloutCommand.NoteUntrained;
import org.uitrol.domain.rollout.RolloutCommand.SkipActivity;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.EvidenceRecorded;
import org.uitrol.domain.rollout.RolloutEvent.PersonTrained;
import org.uitrol.domain.rollout.RolloutEvent.PersonUntrained;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.SessionOver;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.shared.SessionId;

class ActivitiesEnd {

  private static final Instant COURSE_ENDS = Instant.parse("2027-01-25T16:00:00Z");

  @Test
  void a_training_when_everybody_has_finished_it() {
    OneDepartment finance = under(training("basics"));
    finance.observe(completed("basics", person(1)), TUESDAY);
    finance.observe(completed("basics", person(2)), TUESDAY);
    assertThat(finance.observe(completed("basics", person(3)), TUESDAY))
        .startsWith(
            new PersonTrained(ID, "basics", person(3), TUESDAY),
            new ActivityDone(ID, "basics", TUESDAY));
    assertThat(finance.observe(completed("basics", person(3)), TUESDAY)).isEmpty();
  }

  @Test
  void a_training_that_is_over_stays_over_when_somebody_has_not_finished_it_after_all() {
    OneDepartment finance = under(training("basics"));
    NoteUntrained untrained = new NoteUntrained(ID, "basics", person(1), TUESDAY);
    assertThat(finance.when(untrained)).isEmpty();
    for (int number = 1; number <= 3; number++) {
      finance.observe(completed("basics", person(number)), TUESDAY);
    }
    assertThat(finance.when(untrained))
        .contains(new PersonUntrained(ID, "basics", person(1), TUESDAY))
        .doesNotHaveAnyElementsOfTypes(ActivityDone.class);
    assertThat(finance.when(untrained)).isEmpty();
    assertThat(finance.observe(completed("basics", person(1)), TUESDAY))
        .contains(new PersonTrained(ID, "basics", person(1), TUESDAY));
  }

  @Test
  void a_training_at_its_deadline_but_not_before() {
    OneDepartment finance = under(training("basics"));
    assertThat(finance.when(new EndActivity(ID, "basics", COURSE_ENDS.minusSeconds(1)))).isEmpty();
    assertThat(finance.when(new EndActivity(ID, "basics", COURSE_ENDS)))
        .startsWith(new ActivityDone(ID, "basics", COURSE_ENDS));
    assertThat(finance.when(new EndActivity(ID, "basics", COURSE_ENDS))).isEmpty();
  }

  @Test
  void nothing_but_a_training_with_its_time_alone() {
    OneDepartment finance = under(survey("readiness"));
    assertThat(finance.when(new EndActivity(ID, "readiness", COURSE_ENDS))).isEmpty();
    assertThat(finance.when(new EndActivity(ID, "other", COURSE_ENDS))).isEmpty();
    assertThat(finance.when(new FinishTask(ID, "readiness", COURSE_ENDS))).isEmpty();
  }

  @Test
  void a_training_that_has_not_begun_not_at_all() {
    OneDepartment finance =
        OneDepartment.with(3, stages(stage(StageName.TRAIN, gate(20, null), training("basics"))));
    assertThat(finance.when(new EndActivity(ID, "basics", COURSE_ENDS))).isEmpty();
  }

  @Test
  void a_task_when_somebody_says_it_is_done() {
    OneDepartment finance = under(task("licences"));
    assertThat(finance.when(new FinishTask(ID, "licences", TUESDAY)))
        .startsWith(new ActivityDone(ID, "licences", TUESDAY));
    assertThat(finance.when(new FinishTask(ID, "licences", TUESDAY))).isEmpty();
    assertThat(finance.when(new FinishTask(ID, "other", TUESDAY))).isEmpty();
  }

  @Test
  void a_survey_when_it_closes() {
    OneDepartment finance = under(survey("readiness"));
    assertThat(finance.observe(surveyClosed("readiness", Map.of("responses.rate", 1.0)), TUESDAY))
        .startsWith(
            new EvidenceRecorded(
                ID,
                "readiness",
                "survey/readiness",
                new TreeMap<>(Map.of("responses.rate", 1.0)),
                TUESDAY),
            new ActivityDone(ID, "readiness", TUESDAY));
  }

  @Test
  void a_presentation_with_the_last_of_its_sessions_held_or_cancelled() {
    OneDepartment finance = under(presentation("plans"));
    NoteSessions noted =
        new NoteSessions(ID, "plans", Set.of(SESSION, OTHER_SESSION), Set.of(), MONDAY);
    assertThat(finance.when(noted)).hasSize(1).hasOnlyElementsOfType(SessionsNoted.class);
    assertThat(finance.when(noted)).isEmpty();
    assertThat(finance.now().openSessions("plans"))
        .containsExactlyInAnyOrder(SESSION, OTHER_SESSION);
    assertThat(finance.when(over(SESSION)))
        .containsExactly(new SessionOver(ID, "plans", SESSION, TUESDAY));
    assertThat(finance.when(over(SESSION))).isEmpty();
    assertThat(finance.when(over(OTHER_SESSION)))
        .startsWith(
            new SessionOver(ID, "plans", OTHER_SESSION, TUESDAY),
            new ActivityDone(ID, "plans", TUESDAY));
    assertThat(finance.now().openSessions("plans")).isEmpty();
    assertThat(finance.now().openSessions("other")).isEmpty();
  }

  @Test
  void a_presentation_for_which_no_session_is_needed() {
    OneDepartment finance = under(presentation("plans"));
    assertThat(finance.when(new NoteSessions(ID, "plans", Set.of(), Set.of(), MONDAY)))
        .contains(new ActivityDone(ID, "plans", MONDAY));
  }

  @Test
  void a_presentation_without_a_room_not_until_a_manager_skips_it() {
    OneDepartment finance = under(presentation("plans"));
    assertThat(finance.when(new NoteSessions(ID, "plans", Set.of(), Set.of(person(1)), MONDAY)))
        .containsExactly(new SessionsNoted(ID, "plans", List.of(), List.of(person(1)), MONDAY));
    assertThat(finance.when(skip("plans")))
        .startsWith(new ActivitySkipped(ID, "plans", WRITER, "no room", TUESDAY));
    assertThat(finance.when(skip("plans"))).isEmpty();
  }

  @Test
  void a_presentation_without_a_room_after_the_extra_session_that_a_manager_planned() {
    OneDepartment finance = under(presentation("plans"));
    assertThat(refusal(() -> finance.when(extra(SESSION)))).isEqualTo("SESSIONS_NOT_PLANNED");
    finance.when(new NoteSessions(ID, "plans", Set.of(), Set.of(person(1), person(2)), MONDAY));
    assertThat(finance.when(extra(SESSION)))
        .containsExactly(
            new SessionsNoted(ID, "plans", List.of(SESSION), List.of(person(2)), TUESDAY));
    assertThat(finance.when(extra(SESSION))).isEmpty();
    assertThat(finance.when(extra(OTHER_SESSION)))
        .containsExactly(
            new SessionsNoted(
                ID, "plans", List.of(SESSION, OTHER_SESSION), List.of(person(2)), TUESDAY));
    finance.when(over(SESSION));
    assertThat(finance.when(over(OTHER_SESSION))).contains(new ActivityDone(ID, "plans", TUESDAY));
  }

  @Test
  void once_whatever_extra_session_follows() {
    OneDepartment finance = under(presentation("plans"));
    finance.when(new NoteSessions(ID, "plans", Set.of(SESSION), Set.of(), MONDAY));
    finance.when(over(SESSION));
    assertThat(finance.when(extra(OTHER_SESSION))).hasSize(1);
    assertThat(finance.when(over(OTHER_SESSION)))
        .containsExactly(new SessionOver(ID, "plans", OTHER_SESSION, TUESDAY));
  }

  @Test
  void and_have_no_extra_session_before_they_start_or_after_the_rollout() {
    OneDepartment finance =
        OneDepartment.with(
            3, stages(stage(StageName.TRAIN, gate(20, null), presentation("plans"))));
    assertThat(refusal(() -> finance.when(extra(SESSION)))).isEqualTo("SESSIONS_NOT_PLANNED");
    assertThat(
            refusal(
                () -> finance.when(new NoteExtraSession(ID, "other", SESSION, Set.of(), TUESDAY))))
        .isEqualTo("UNKNOWN_ACTIVITY");
    finance.when(new CancelRollout(ID, TUESDAY));
    assertThat(refusal(() -> finance.when(extra(SESSION)))).isEqualTo("ROLLOUT_STATUS");
  }

  @Test
  void a_skipped_presentation_only_once_whatever_becomes_of_its_sessions() {
    OneDepartment finance = under(presentation("plans"));
    finance.when(new NoteSessions(ID, "plans", Set.of(SESSION), Set.of(), MONDAY));
    finance.when(skip("plans"));
    assertThat(finance.when(over(SESSION)))
        .containsExactly(new SessionOver(ID, "plans", SESSION, TUESDAY));
    OneDepartment skippedFirst = under(presentation("plans"));
    skippedFirst.when(skip("plans"));
    assertThat(skippedFirst.when(new NoteSessions(ID, "plans", Set.of(), Set.of(), MONDAY)))
        .noneMatch(ActivityDone.class::isInstance);
  }

  @Test
  void a_classroom_training_not_with_its_sessions() {
    OneDepartment finance = under(training("basics"));
    finance.when(new NoteSessions(ID, "basics", Set.of(SESSION), Set.of(), MONDAY));
    assertThat(finance.when(new NoteSessionOver(ID, "basics", SESSION, TUESDAY)))
        .containsExactly(new SessionOver(ID, "basics", SESSION, TUESDAY));
    OneDepartment none = under(training("basics"));
    assertThat(none.when(new NoteSessions(ID, "basics", Set.of(), Set.of(), MONDAY))).hasSize(1);
  }

  @Test
  void before_they_start_when_a_manager_skips_them() {
    OneDepartment finance =
        OneDepartment.with(
            3, stages(stage(StageName.ANNOUNCE, announcement("news")), stage(StageName.GO_LIVE)));
    assertThat(refusal(() -> finance.when(skip("other")))).isEqualTo("UNKNOWN_ACTIVITY");
    assertThat(finance.when(skip("news")))
        .contains(
            new ActivitySkipped(ID, "news", WRITER, "no room", TUESDAY),
            new RolloutCompleted(ID, TUESDAY));
    assertThat(finance.startActivity("news", TUESDAY)).isEmpty();
  }

  @Test
  void unknown_sessions_of_unknown_activities_change_nothing() {
    OneDepartment finance = under(presentation("plans"));
    assertThat(finance.when(over(SESSION))).isEmpty();
    assertThat(finance.when(new NoteSessions(ID, "other", Set.of(), Set.of(), MONDAY))).isEmpty();
    assertThat(finance.when(new NoteSessionOver(ID, "other", SESSION, MONDAY))).isEmpty();
  }

  private static SkipActivity skip(String activity) {
    return new SkipActivity(ID, activity, WRITER, "no room", TUESDAY);
  }

  private static NoteExtraSession extra(SessionId session) {
    return new NoteExtraSession(ID, "plans", session, Set.of(person(2)), TUESDAY);
  }

  private static NoteSessionOver over(SessionId session) {
    return new NoteSessionOver(ID, "plans", session, TUESDAY);
  }

  private static OneDepartment under(ActivityPlan activity) {
    OneDepartment finance =
        OneDepartment.with(3, stages(stage(StageName.TRAIN, gate(20, null), activity)));
    finance.startActivity(activity.id(), MONDAY);
    return finance;
  }
}
