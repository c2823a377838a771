package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.RULES;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.attendance;
import static org.uitrol.domain.rollout.OneDepartment.completed;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.Meetings.SESSION;
import static org.uitrol.domain.testing.Meetings.people;
import static org.uitrol.domain.testing.Plans.activity;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.presentation;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.EndActivity;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessionOver;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessions;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.PersonAttended;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Blocker.Reason;

class PeopleComeAndGo {

  private static final Instant ENDS = Instant.parse("2027-01-25T16:00:00Z");

  @Test
  void and_a_newcomer_gets_what_is_under_way_and_the_news_of_the_stage() {
    OneDepartment finance =
        OneDepartment.with(
            3,
            stages(
                stage(
                    StageName.ANNOUNCE,
                    announcement("news"),
                    survey("readiness"),
                    training("basics"),
                    presentation("plans"))));
    finance.startActivity("news", MONDAY);
    finance.startActivity("readiness", MONDAY);
    finance.startActivity("basics", MONDAY);
    finance.observe(surveyClosed("readiness", Map.of()), TUESDAY);
    assertThat(finance.when(new AddMember(ID, person(4), TUESDAY)))
        .containsExactly(
            new MemberJoined(
                ID,
                person(4),
                List.of(
                    new RunningActivity(announcement("news"), MONDAY),
                    new RunningActivity(training("basics"), ENDS)),
                TUESDAY));
    assertThat(finance.when(new AddMember(ID, person(4), TUESDAY))).isEmpty();
  }

  @Test
  void and_a_newcomer_must_be_trained_too_before_a_training_under_way_is_over() {
    OneDepartment finance = training(2);
    finance.when(new AddMember(ID, person(3), TUESDAY));
    finance.observe(completed("basics", person(1)), TUESDAY);
    assertThat(finance.observe(completed("basics", person(2)), TUESDAY))
        .noneMatch(ActivityDone.class::isInstance);
    assertThat(fact(finance, "trained.share")).isEqualTo(2.0 / 3);
    assertThat(finance.observe(completed("basics", person(3)), TUESDAY))
        .contains(new ActivityDone(ID, "basics", TUESDAY));
    assertThat(fact(finance, "trained.count")).isEqualTo(3.0);
  }

  @Test
  void and_who_joins_when_a_training_is_over_does_not_keep_its_gate_closed() {
    OneDepartment finance =
        OneDepartment.with(4, stages(stage(StageName.TRAIN, gate(20, null), training("basics"))));
    finance.startActivity("basics", MONDAY);
    for (int number = 1; number <= 4; number++) {
      finance.observe(completed("basics", person(number)), TUESDAY);
    }
    finance.when(new AddMember(ID, person(5), TUESDAY));
    finance.when(new AddMember(ID, person(6), TUESDAY));
    assertThat(fact(finance, "trained.share")).isEqualTo(1.0);
    assertThat(fact(finance, "department.size")).isEqualTo(6.0);
  }

  @Test
  void and_who_joins_after_a_meeting_does_not_count_as_absent() {
    OneDepartment finance =
        OneDepartment.with(
            2, stages(stage(StageName.ANNOUNCE, gate(20, null), presentation("plans"))));
    finance.startActivity("plans", MONDAY);
    finance.when(new NoteSessions(ID, "plans", Set.of(SESSION), Set.of(), MONDAY));
    finance.when(new NoteSessionOver(ID, "plans", SESSION, TUESDAY));
    finance.when(new AddMember(ID, person(3), TUESDAY));
    assertThat(finance.observe(attendance("plans", person(1), true), TUESDAY))
        .startsWith(new PersonAttended(ID, "plans", person(1), true, TUESDAY));
    assertThat(finance.observe(attendance("plans", person(1), true), TUESDAY)).isEmpty();
    assertThat(fact(finance, "attendance.share")).isEqualTo(0.5);
    finance.observe(attendance("plans", person(2), true), TUESDAY);
    assertThat(fact(finance, "attendance.share")).isEqualTo(1.0);
    finance.observe(attendance("plans", person(2), false), TUESDAY);
    assertThat(fact(finance, "attendance.share")).isEqualTo(0.5);
    assertThat(finance.now().activityReport().get(0).attended()).isEqualTo(1);
  }

  @Test
  void and_who_leaves_frees_the_gate_that_waited_for_them() {
    OneDepartment finance = training(5);
    for (int number = 1; number <= 3; number++) {
      finance.observe(completed("basics", person(number)), TUESDAY);
    }
    finance.when(new EndActivity(ID, "basics", ENDS));
    assertThat(finance.now().blockers())
        .extracting(Blocker::reason)
        .containsExactly(Reason.CONDITION_FAILS);
    finance.when(new RemoveMember(ID, person(4), ENDS));
    assertThat(finance.now().isOver()).isFalse();
    assertThat(fact(finance, "trained.share")).isEqualTo(0.75);
    assertThat(finance.when(new RemoveMember(ID, person(5), ENDS)))
        .startsWith(new MemberLeft(ID, person(5), ENDS))
        .contains(new RolloutCompleted(ID, ENDS));
    assertThat(finance.when(new RemoveMember(ID, person(5), ENDS))).isEmpty();
  }

  @Test
  void and_a_training_is_over_when_the_last_who_had_not_finished_it_leaves() {
    OneDepartment finance = training(2);
    finance.observe(completed("basics", person(1)), TUESDAY);
    assertThat(finance.when(new RemoveMember(ID, person(2), TUESDAY)))
        .contains(new MemberLeft(ID, person(2), TUESDAY), new ActivityDone(ID, "basics", TUESDAY));
  }

  @Test
  void and_nobody_is_left_to_train() {
    OneDepartment finance = training(1);
    assertThat(finance.when(new RemoveMember(ID, person(1), TUESDAY)))
        .contains(new RolloutCompleted(ID, TUESDAY));
  }

  @Test
  void and_what_others_did_before_they_left_is_not_counted() {
    OneDepartment finance = training(2);
    finance.observe(completed("basics", person(1)), TUESDAY);
    finance.when(new RemoveMember(ID, person(1), TUESDAY));
    assertThat(fact(finance, "trained.count")).isEqualTo(0.0);
    assertThat(finance.now().activityReport().get(0).trained()).isEqualTo(1);
  }

  private static @Nullable Object fact(OneDepartment finance, String name) {
    return finance.now().gateReport(TUESDAY, RULES).facts().values().get(name);
  }

  private static OneDepartment training(int people) {
    OneDepartment finance =
        OneDepartment.with(
            people,
            stages(
                stage(StageName.TRAIN, gate(0, null, "trained.share >= 0.8"), training("basics"))));
    finance.startActivity("basics", MONDAY);
    return finance;
  }

  private static ActivityPlan training(String id) {
    return activity(id, ActivityKind.TRAINING, 0, 10);
  }
}
