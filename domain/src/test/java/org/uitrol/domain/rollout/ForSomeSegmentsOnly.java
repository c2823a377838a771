package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.RULES;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.attendance;
import static org.uitrol.domain.rollout.OneDepartment.completed;
import static org.uitrol.domain.testing.Plans.action;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.presentation;
import static org.uitrol.domain.testing.Plans.reacting;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.text;
import static org.uitrol.domain.testing.Plans.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.Observe;
import org.uitrol.domain.rollout.RolloutCommand.PauseRollout;
import org.uitrol.domain.rollout.RolloutCommand.ResumeRollout;
import org.uitrol.domain.rollout.RolloutCommand.StartActivity;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.shared.PersonId;

class ForSomeSegmentsOnly {

  private static final Audience NURSES = new Audience(List.of("nurses", "interns"));

  @Test
  void an_activity_starts_for_members_who_are_in_one_and_nobody_else() {
    OneDepartment finance = OneDepartment.with(4, stages(stage(StageName.TRAIN, basics())));

    assertThat(start(finance, "basics", person(2), person(4), person(9)))
        .filteredOn(ActivityStarted.class::isInstance)
        .extracting(event -> ((ActivityStarted) event).people())
        .containsExactly(List.of(person(2), person(4)));
    finance.observe(completed("basics", person(2)), TUESDAY);

    assertThat(fact(finance, "trained.expected")).isEqualTo(2.0);
    assertThat(fact(finance, "trained.share")).isEqualTo(0.5);
    assertThat(finance.observe(completed("basics", person(4)), TUESDAY))
        .contains(new ActivityDone(ID, "basics", TUESDAY));
  }

  @Test
  void an_activity_is_over_at_once_where_nobody_is_in_one() {
    OneDepartment finance =
        OneDepartment.with(
            4, stages(stage(StageName.TRAIN, gate(0, null, "trained.share >= 0.8"), basics())));

    assertThat(start(finance, "basics"))
        .contains(new ActivityDone(ID, "basics", MONDAY))
        .noneMatch(RolloutEvent.GateBlocked.class::isInstance);
    assertThat(finance.now().status()).isEqualTo(RolloutStatus.COMPLETED);
  }

  @Test
  void an_activity_never_starts_unless_somebody_looked_who_is_in_them() {
    OneDepartment finance = OneDepartment.with(2, stages(stage(StageName.TRAIN, basics())));

    assertThatIllegalStateException()
        .isThrownBy(() -> finance.startActivity("basics", MONDAY))
        .withMessageContaining("basics");
  }

  @Test
  void a_newcomer_gets_what_is_for_everybody_and_for_the_own_segments() {
    OneDepartment finance =
        OneDepartment.with(
            2,
            stages(stage(StageName.TRAIN, announcement("news"), basics(), presentation("plans"))));
    finance.startActivity("news", MONDAY);
    finance.startActivity("plans", MONDAY);
    start(finance, "basics", person(1));

    assertThat(underWay(finance, 3, "interns")).containsExactly("news", "basics", "plans");
    assertThat(underWay(finance, 4, "doctors")).containsExactly("news", "plans");
    assertThat(finance.now().activities().get("basics"))
        .extracting(ActivityState::people)
        .isEqualTo(Set.of(person(1), person(3)));
  }

  @Test
  void a_reaction_to_one_person_fires_for_who_is_in_them_only_also_after_a_pause() {
    OneDepartment finance =
        OneDepartment.with(
            3,
            reacting(
                stages(stage(StageName.TRAIN, training("basics"))),
                reaction("attendance.recorded", action(ActionPlan.Kind.MAIL, "sorry", 1, 0))));
    finance.startActivity("basics", MONDAY);

    assertThat(absent(finance, 1, "nurses")).filteredOn(ReactionFired.class::isInstance).hasSize(1);
    assertThat(absent(finance, 2, "doctors"))
        .filteredOn(ReactionRefused.class::isInstance)
        .extracting(event -> ((ReactionRefused) event).reason())
        .containsExactly(RefusalReason.NOT_IN_AUDIENCE);

    finance.when(new PauseRollout(ID, TUESDAY));
    finance.when(new AddMember(ID, person(4), TUESDAY));
    absent(finance, 3, "interns");
    absent(finance, 4, "doctors");

    assertThat(finance.when(new ResumeRollout(ID, TUESDAY)))
        .filteredOn(ReactionFired.class::isInstance)
        .extracting(event -> ((ReactionFired) event).person())
        .containsExactly(person(3));
  }

  @Test
  void what_a_reaction_plans_for_a_department_is_for_them_alone() {
    OneDepartment finance =
        OneDepartment.with(
            2,
            reacting(
                stages(stage(StageName.TRAIN, presentation("plans"))),
                reaction(
                    "stage.entered",
                    action(ActionPlan.Kind.DEMO, "tasks", 0, 5),
                    new ActionPlan(ActionPlan.Kind.TASK, "", null, 0, 5, text("Do")))));

    assertThat(finance.events())
        .filteredOn(ActivityPlanned.class::isInstance)
        .extracting(event -> ((ActivityPlanned) event).activity().audience())
        .containsExactly(null, NURSES, null);
  }

  @Test
  void somebody_is_in_one_who_meets_each_criterion_by_any_of_its_values() {
    SegmentPlan segment =
        new SegmentPlan(
            text("Nurses"),
            Map.of(
                Criterion.FUNCTION, List.of("Verpleegkundige", " Zorgassistent "),
                Criterion.LANGUAGE, List.of("nl")));

    assertThat(segment.takesIn(traits(" verpleegkundige", "nl"))).isTrue();
    assertThat(segment.takesIn(traits("ZORGASSISTENT", "nl-BE"))).isTrue();
    assertThat(segment.takesIn(traits("Zorgassistent", "nlx"))).isFalse();
    assertThat(segment.takesIn(traits("Zorgassistent", ""))).isFalse();
    assertThat(segment.takesIn(traits("Arts", "nl"))).isFalse();
    assertThat(segment.takesIn(Map.of())).isFalse();
    assertThat(
            new AudienceRules(Map.of("nurses", segment)).segmentsOf(traits("Zorgassistent", "nl")))
        .containsExactly("nurses");
  }

  private static Map<Criterion, String> traits(String function, String language) {
    return Map.of(Criterion.FUNCTION, function, Criterion.LANGUAGE, language);
  }

  private static ReactionPlan reaction(String on, ActionPlan... then) {
    return new ReactionPlan("r", on, null, 9, List.of(then), null, null, null, NURSES);
  }

  private static List<RolloutEvent> absent(OneDepartment finance, int person, String segment) {
    return finance.when(
        new Observe(ID, attendance("basics", person(person), false), Set.of(segment), TUESDAY));
  }

  private static List<String> underWay(OneDepartment finance, int person, String segment) {
    return finance
        .when(new AddMember(ID, person(person), Set.of(segment), Set.of(), TUESDAY))
        .stream()
        .filter(MemberJoined.class::isInstance)
        .flatMap(event -> ((MemberJoined) event).underWay().stream())
        .map(running -> running.activity().id())
        .toList();
  }

  private static List<RolloutEvent> start(
      OneDepartment finance, String activity, PersonId... audience) {
    return finance.when(new StartActivity(ID, activity, Set.of(audience), MONDAY));
  }

  private static ActivityPlan basics() {
    ActivityPlan plan = training("basics");
    return new ActivityPlan(
        plan.id(), plan.kind(), plan.uses(), plan.after(), plan.within(), null, null, null, NURSES);
  }

  private static @Nullable Object fact(OneDepartment finance, String name) {
    return finance.now().gateReport(TUESDAY, RULES).facts().values().get(name);
  }
}
