package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.attendance;
import static org.uitrol.domain.rollout.OneDepartment.completed;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.Plans.action;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.reacting;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;

class AReactionToWhatHappens {

  private static final ActionPlan TALK = action(Kind.PRESENTATION, "talk", 1, 5);
  private static final ActionPlan HOLD = action(Kind.HOLD, "", 0, 0);
  private static final ActionPlan MAIL = action(Kind.MAIL, "another-date", 1, 0);
  private static final ActionPlan ESCALATE =
      new ActionPlan(Kind.ESCALATE, "", EscalateTo.MANAGER, 10, 0);
  private static final ReactionPlan JOB_FEAR =
      new ReactionPlan(
          "job-fear", "survey.closed", "answers.jobWorry >= 3.5", 1, List.of(HOLD, TALK));
  private static final ReactionPlan MISSED =
      new ReactionPlan("missed", "attendance.recorded", "!attended", 1, List.of(MAIL, ESCALATE));
  private static final Map<String, Double> WORRIED = Map.of("answers.jobWorry", 4.0);
  private static final Map<String, Double> CALM = Map.of("answers.jobWorry", 2.0);

  @Test
  void holds_the_department_before_its_gate_can_open() {
    OneDepartment finance = asked(JOB_FEAR);

    List<RolloutEvent> events = finance.observe(surveyClosed("readiness", WORRIED), TUESDAY);

    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "EvidenceRecorded",
            "ActivityDone",
            "ReactionFired",
            "RolloutHeld",
            "ActivityPlanned",
            "GateBlocked");
    assertThat(events.get(2))
        .isEqualTo(
            new ReactionFired(
                ID,
                "job-fear",
                "survey/readiness",
                "readiness",
                null,
                new TreeMap<>(WORRIED),
                List.of(HOLD, TALK),
                "survey.closed",
                TUESDAY));
    assertThat(events.get(3)).isEqualTo(new RolloutHeld(ID, null, "job-fear", TUESDAY));
    assertThat(events.get(4))
        .isEqualTo(
            new ActivityPlanned(
                ID,
                activity("job-fear.1.2", ActivityKind.PRESENTATION, "talk", 0, 5),
                Instant.parse("2027-01-13T08:00:00Z"),
                TUESDAY));
  }

  @Test
  void that_does_not_apply_is_recorded_with_the_facts_it_saw() {
    OneDepartment finance = asked(JOB_FEAR);
    assertThat(finance.observe(surveyClosed("readiness", CALM), TUESDAY))
        .contains(
            new ReactionRefused(
                ID,
                "job-fear",
                "survey/readiness",
                "readiness",
                null,
                RefusalReason.CONDITION_FAILS,
                new TreeMap<>(CALM),
                TUESDAY));
  }

  @Test
  void that_asks_for_the_unknown_is_refused() {
    OneDepartment finance = asked(JOB_FEAR);
    assertThat(reason(finance.observe(surveyClosed("readiness", Map.of()), TUESDAY)))
        .isEqualTo(RefusalReason.CONDITION_UNKNOWN);
  }

  @Test
  void comes_once_for_each_cause() {
    OneDepartment finance = asked(twice(JOB_FEAR));
    finance.observe(surveyClosed("readiness", WORRIED), TUESDAY);
    assertThat(finance.observe(surveyClosed("readiness", WORRIED), TUESDAY)).isEmpty();
    OneDepartment calm = asked(twice(JOB_FEAR));
    calm.observe(surveyClosed("readiness", CALM), TUESDAY);
    assertThat(calm.observe(surveyClosed("readiness", CALM), TUESDAY)).isEmpty();
  }

  @Test
  void comes_as_often_as_the_plan_says_and_gives_each_activity_its_own_name() {
    OneDepartment finance = asked(twice(JOB_FEAR));
    finance.observe(surveyClosed("readiness", "survey/1", WORRIED), TUESDAY);
    List<RolloutEvent> second =
        finance.observe(surveyClosed("readiness", "survey/2", WORRIED), TUESDAY);
    assertThat(second)
        .filteredOn(ActivityPlanned.class::isInstance)
        .extracting(event -> ((ActivityPlanned) event).activity().id())
        .containsExactly("job-fear.2.2");
    assertThat(second).as("it is held already").noneMatch(RolloutHeld.class::isInstance);
    assertThat(finance.now().holds()).containsExactly("job-fear");
    assertThat(reason(finance.observe(surveyClosed("readiness", "survey/3", WORRIED), TUESDAY)))
        .isEqualTo(RefusalReason.OFTEN_ENOUGH);
  }

  @Test
  void to_a_person_is_counted_for_each_person_and_plans_nothing_for_the_department() {
    OneDepartment finance = asked(MISSED);
    for (int number = 1; number <= 2; number++) {
      assertThat(finance.observe(attendance("readiness", person(number), false), TUESDAY))
          .contains(
              new ReactionFired(
                  ID,
                  "missed",
                  "session/s-1/p-" + number + "/false",
                  "readiness",
                  person(number),
                  new TreeMap<>(Map.of("attended", false)),
                  List.of(MAIL, ESCALATE),
                  "attendance.recorded",
                  TUESDAY))
          .noneMatch(ActivityPlanned.class::isInstance);
    }
    Observation again =
        Observation.ofPerson(
            ReactionTrigger.ATTENDANCE_RECORDED,
            "session/s-2/p-1",
            "readiness",
            person(1),
            Map.of("attended", false));
    assertThat(reason(finance.observe(again, TUESDAY))).isEqualTo(RefusalReason.OFTEN_ENOUGH);
  }

  @Test
  void does_not_come_to_who_is_not_a_member_or_to_other_events() {
    OneDepartment finance = asked(MISSED);
    assertThat(finance.observe(attendance("readiness", person(9), false), TUESDAY)).isEmpty();
    assertThat(finance.observe(completed("readiness", person(1)), TUESDAY))
        .noneMatch(ReactionRefused.class::isInstance)
        .noneMatch(ReactionFired.class::isInstance);
  }

  @Test
  void without_a_condition_always_comes() {
    ReactionPlan always =
        new ReactionPlan("welcome", "stage.entered", null, 1, List.of(MAIL, ESCALATE));
    OneDepartment finance = asked(always);
    assertThat(finance.events())
        .contains(
            new ReactionFired(
                ID,
                "welcome",
                "stage/announce",
                "",
                null,
                new TreeMap<>(),
                List.of(MAIL, ESCALATE),
                "stage.entered",
                MONDAY))
        .filteredOn(ActivityPlanned.class::isInstance)
        .extracting(event -> ((ActivityPlanned) event).activity().id())
        .containsExactly("readiness", "welcome.1.1");
  }

  @Test
  void is_no_longer_for_who_is_through() {
    OneDepartment finance =
        OneDepartment.with(3, reacting(stages(stage(StageName.GO_LIVE)), JOB_FEAR));
    assertThat(finance.now().isOver()).isTrue();
    assertThat(reason(finance.observe(surveyClosed("late", WORRIED), TUESDAY)))
        .isEqualTo(RefusalReason.NOT_RUNNING);
  }

  private static RefusalReason reason(List<RolloutEvent> events) {
    return events.stream()
        .filter(ReactionRefused.class::isInstance)
        .map(event -> ((ReactionRefused) event).reason())
        .findFirst()
        .orElseThrow();
  }

  private static ReactionPlan twice(ReactionPlan plan) {
    return new ReactionPlan(plan.id(), plan.on(), plan.when(), 2, plan.then());
  }

  private static ActivityPlan activity(
      String id, ActivityKind kind, String uses, int after, int within) {
    return new ActivityPlan(id, kind, uses, after, within, null, null);
  }

  private static OneDepartment asked(ReactionPlan reaction) {
    OneDepartment finance =
        OneDepartment.with(
            3,
            reacting(
                stages(stage(StageName.ANNOUNCE, survey("readiness")), stage(StageName.GO_LIVE)),
                reaction));
    finance.startActivity("readiness", MONDAY);
    return finance;
  }
}
