package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.RULES;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.attendance;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.action;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.presentation;
import static org.uitrol.domain.testing.Plans.reacting;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;
import static org.uitrol.domain.testing.Plans.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.FinishTask;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan.Per;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.survey.Cause;

class AReactionThatHoldsBack {

  private static final Instant NEXT_MONDAY = Instant.parse("2027-01-18T08:00:00Z");
  private static final Instant TUESDAY_AFTER = Instant.parse("2027-01-19T08:00:00Z");

  @Test
  void rests_after_it_fired() {
    OneDepartment finance = department(missed(5, null, 5, action(Kind.MAIL, "another-date", 0, 0)));
    List<PersonId> people = List.copyOf(finance.now().members());

    assertThat(fired(finance.observe(attendance("plans", people.get(0), false), TUESDAY)))
        .hasSize(1);
    assertThat(refused(finance.observe(again(people.get(0), "2"), NEXT_MONDAY)))
        .containsExactly(RefusalReason.COOLING_DOWN);
    assertThat(fired(finance.observe(attendance("plans", people.get(1), false), NEXT_MONDAY)))
        .hasSize(1);
    assertThat(fired(finance.observe(again(people.get(0), "3"), TUESDAY_AFTER))).hasSize(1);
  }

  @Test
  void is_counted_for_the_whole_department_when_its_plan_says_so() {
    OneDepartment finance =
        department(missed(1, Per.DEPARTMENT, null, action(Kind.MAIL, "another-date", 0, 0)));
    List<PersonId> people = List.copyOf(finance.now().members());
    finance.observe(attendance("plans", people.get(0), false), TUESDAY);

    assertThat(refused(finance.observe(attendance("plans", people.get(1), false), TUESDAY)))
        .containsExactly(RefusalReason.OFTEN_ENOUGH);
  }

  @Test
  void fires_only_for_what_holds_people_back_most() {
    OneDepartment finance =
        department(
            forCause("about-jobs", Cause.JOB_WORRY), forCause("about-data", Cause.DATA_WORRY));

    List<RolloutEvent> events =
        finance.observe(
            surveyClosed("readiness", Map.of("worry.job", 3.0, "worry.data", 4.0)), TUESDAY);

    assertThat(fired(events)).extracting(ReactionFired::reaction).containsExactly("about-data");
    assertThat(fired(events).get(0).seen())
        .containsEntry("worry.job", 3.0)
        .containsEntry("worry.data", 4.0);
    assertThat(refused(events)).containsExactly(RefusalReason.NOT_THE_CAUSE);
  }

  @Test
  void does_not_fire_for_a_cause_that_no_survey_told_of() {
    OneDepartment finance = department(forCause("about-time", Cause.NO_TIME));
    assertThat(
            refused(finance.observe(surveyClosed("readiness", Map.of("worry.job", 1.5)), TUESDAY)))
        .containsExactly(RefusalReason.NOT_THE_CAUSE);
  }

  @Test
  void gives_one_person_a_coach_a_course_and_a_task_that_no_gate_waits_for() {
    OneDepartment finance =
        department(
            missed(
                1,
                null,
                null,
                action(Kind.COACHING, "coach", 1, 5),
                action(Kind.TRAINING, "basics", 0, 10),
                new ActionPlan(Kind.TASK, "", null, 0, 5, text("Practise"))));
    PersonId person = finance.now().members().iterator().next();

    List<RolloutEvent> events = finance.observe(attendance("plans", person, false), TUESDAY);

    assertThat(
            events.stream()
                .filter(ActivityPlanned.class::isInstance)
                .map(event -> ((ActivityPlanned) event).activity()))
        .extracting(plan -> plan.id() + " " + plan.kind() + " " + plan.uses() + " " + plan.person())
        .containsExactly(
            "missed.1.1 COACHING coach " + person,
            "missed.1.2 TRAINING basics " + person,
            "missed.1.3 TASK missed.1.3 " + person);
    assertThat(finance.startActivity("missed.1.2", TUESDAY))
        .filteredOn(ActivityStarted.class::isInstance)
        .extracting(event -> ((ActivityStarted) event).people())
        .containsExactly(List.of(person));
    assertThat(finance.now().gateReport(TUESDAY, RULES).blockers())
        .noneMatch(blocker -> blocker.about().startsWith("missed"));
    assertThat(finance.now().gateReport(TUESDAY, RULES).facts().values())
        .doesNotContainKey("trained.share");
  }

  @Test
  void answers_what_the_rollout_itself_brings_about_and_comes_to_an_end() {
    OneDepartment finance =
        department(
            new ReactionPlan("held", "rollout.held", null, 3, List.of(action(Kind.HOLD, "", 0, 0))),
            new ReactionPlan(
                "welcome", "member.joined", null, 1, List.of(action(Kind.MAIL, "hello", 0, 0))));

    List<RolloutEvent> holding = finance.when(new HoldRollout(ID, WRITER, "Elections", TUESDAY));
    assertThat(holding).filteredOn(RolloutHeld.class::isInstance).hasSize(2);
    assertThat(fired(holding)).hasSize(2);
    assertThat(finance.now().holds()).containsExactly("Elections", "held");

    assertThat(fired(finance.when(new AddMember(ID, new PersonId("p-new"), TUESDAY))))
        .extracting(ReactionFired::person)
        .containsExactly(new PersonId("p-new"));
  }

  @Test
  void does_not_answer_what_one_person_did_as_if_the_department_had() {
    ActionPlan tell = new ActionPlan(Kind.ESCALATE, "", EscalateTo.OWNER, 0, 0);
    OneDepartment finance =
        department(
            missed(1, null, null, new ActionPlan(Kind.TASK, "", null, 0, 5, text("Practise"))),
            new ReactionPlan("told", "activity.done", null, 9, List.of(tell)),
            new ReactionPlan("off", "session.cancelled", null, 9, List.of(tell)));
    PersonId person = finance.now().members().iterator().next();
    finance.observe(attendance("plans", person, false), TUESDAY);
    finance.startActivity("missed.1.1", TUESDAY);

    List<RolloutEvent> done = finance.when(new FinishTask(ID, "missed.1.1", TUESDAY));
    assertThat(done).hasOnlyElementsOfType(ActivityDone.class).hasSize(1);
    assertThat(finance.observe(cancelled("missed.1.1"), TUESDAY)).isEmpty();
    assertThat(fired(finance.observe(cancelled("plans"), TUESDAY))).hasSize(1);
  }

  private static Observation cancelled(String activity) {
    return Observation.ofDepartment(
        ReactionTrigger.SESSION_CANCELLED, "cancelled/" + activity, activity, Map.of());
  }

  private static OneDepartment department(ReactionPlan... reactions) {
    OneDepartment department =
        OneDepartment.with(
            5,
            reacting(
                stages(
                    stage(
                        StageName.ANNOUNCE,
                        announcement("news"),
                        presentation("plans"),
                        survey("readiness"))),
                reactions));
    department.startActivity("plans", MONDAY);
    department.startActivity("readiness", MONDAY);
    return department;
  }

  private static ReactionPlan missed(
      int most, @Nullable Per per, @Nullable Integer coolDown, ActionPlan... then) {
    return new ReactionPlan(
        "missed", "attendance.recorded", "!attended", most, List.of(then), per, coolDown, null);
  }

  private static ReactionPlan forCause(String id, Cause cause) {
    return new ReactionPlan(
        id,
        "survey.closed",
        null,
        1,
        List.of(action(Kind.PRESENTATION, "talk", 0, 5)),
        null,
        null,
        cause);
  }

  private static Observation again(PersonId person, String session) {
    return Observation.ofPerson(
        ReactionTrigger.ATTENDANCE_RECORDED,
        "session/" + session + "/" + person,
        "plans",
        person,
        Map.of("attended", false));
  }

  private static List<ReactionFired> fired(List<RolloutEvent> events) {
    return events.stream()
        .filter(ReactionFired.class::isInstance)
        .map(ReactionFired.class::cast)
        .toList();
  }

  private static List<RefusalReason> refused(List<RolloutEvent> events) {
    return events.stream()
        .filter(ReactionRefused.class::isInstance)
        .map(event -> ((ReactionRefused) event).reason())
        .toList();
  }
}
