package org.uitrol.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.simulation.Unknown.Why;
import org.uitrol.application.simulation.WhatIf.Department;
import org.uitrol.application.simulation.WhatIf.Parting;
import org.uitrol.application.simulation.WhatIf.Stage;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;

class AStricterGate {

  private final Story story = new Story();

  @BeforeEach
  void a_year_in_which_one_of_five_misses_everything() {
    story.launch(SamplePlan.plan());
    story.live("2027-05-01T12:00:00Z", "f2", "l2");
  }

  @Test
  void stays_closed_where_too_few_were_there() {
    WhatIf found = story.whatIf(with(StageName.DEMO, gate("attendance.share >= 0.9", 3)));

    Stage demo = stage(found, StageName.DEMO);
    assertThat(was(demo.both()).opened()).isNotNull();
    assertThat(would(demo.both()).opened()).isNull();
    assertThat(would(demo.both()).overdue()).isNotNull();
    assertThat(would(demo.both()).lastBlockers())
        .extracting(Blocker::finding)
        .extracting(Finding::seen)
        .containsExactly(new TreeMap<>(Map.of("attendance.share", 0.8)));
    assertThat(stages(found)).doesNotContain(StageName.TRAIN);
    assertThat(would(finance(found).course()).mails())
        .isLessThan(was(finance(found).course()).mails());
  }

  @Test
  void changes_nothing_before_its_stage() {
    WhatIf found = story.whatIf(with(StageName.DEMO, gate("attendance.share >= 0.9", 3)));

    assertThat(found.fidelity().isExact()).isTrue();
    assertThat(stage(found, StageName.ANNOUNCE).both().differs()).isFalse();
    assertThat(found.parting()).isNotNull();
    assertThat(parting(found).department()).isEqualTo(SamplePlan.FINANCE);
    assertThat(parting(found).at()).isEqualTo(was(stage(found, StageName.DEMO).both()).entered());
    assertThat(parting(found).was()).isEqualTo("gate.blocked");
  }

  @Test
  void that_wants_more_days_lets_everything_after_it_come_later() {
    WhatIf found = story.whatIf(with(StageName.DEMO, gate("attendance.share >= 0.5", 15)));

    Instant was = was(stage(found, StageName.TRAIN).both()).entered();
    Instant would = would(stage(found, StageName.TRAIN).both()).entered();
    assertThat(would).isAfter(was);
    assertThat(would(stage(found, StageName.GO_LIVE).both()).entered())
        .isAfter(was(stage(found, StageName.GO_LIVE).both()).entered());
    assertThat(would(finance(found).course()).completed()).isNotNull();
    assertThat(found.unknown()).extracting(Unknown::why).contains(Why.LATER);
  }

  @Test
  void that_a_department_would_have_met_all_the_same_opens_when_it_did() {
    WhatIf found = story.whatIf(with(StageName.DEMO, gate("attendance.share >= 0.7", 3)));

    assertThat(would(stage(found, StageName.DEMO).both()).opened())
        .isEqualTo(was(stage(found, StageName.DEMO).both()).opened());
    assertThat(stage(found, StageName.GO_LIVE).both().differs()).isFalse();
  }

  @Test
  void that_needs_an_approval_which_nobody_was_asked_for_waits_for_it() {
    WhatIf found =
        story.whatIf(
            with(
                StageName.DEMO,
                new GatePlan(
                    List.of("attendance.share >= 0.5"), 3, 20, List.of(Approver.CHANGE_MANAGER))));

    assertThat(would(stage(found, StageName.DEMO).both()).opened()).isNull();
    assertThat(found.unknown())
        .anySatisfy(
            one -> {
              assertThat(one.why()).isEqualTo(Why.NEVER_APPROVED);
              assertThat(one.department()).isEqualTo(SamplePlan.FINANCE);
              assertThat(one.about()).isEqualTo(StageName.DEMO.key());
            });
  }

  @Test
  void that_asks_for_a_survey_nobody_held_says_so() {
    Plan other =
        stages(
            plan ->
                plan.stage() != StageName.DEMO
                    ? plan
                    : new StagePlan(
                        plan.stage(),
                        List.of(
                            plan.activities().get(0),
                            new ActivityPlan(
                                "mood", ActivityKind.SURVEY, "readiness", 0, 5, null, null)),
                        gate("responses.rate >= 0.5", 3)));

    WhatIf found = story.whatIf(other);

    assertThat(found.unknown())
        .anySatisfy(
            one -> {
              assertThat(one.why()).isEqualTo(Why.NEVER_ASKED);
              assertThat(one.about()).isEqualTo("mood");
            });
    assertThat(would(stage(found, StageName.DEMO).both()).opened()).isNull();
  }

  @Test
  void names_nobody() {
    WhatIf found = story.whatIf(with(StageName.DEMO, gate("attendance.share >= 0.9", 3)));

    assertThat(found.toString()).doesNotContain("PersonId").doesNotContainPattern("[\\[ =]f2\\b");
  }

  @Test
  void of_another_campaign_is_refused() {
    Plan other = SamplePlan.limited(new CampaignId("else"), SamplePlan.plan().load());

    assertThatThrownBy(() -> story.whatIf(other))
        .isInstanceOf(Rejected.class)
        .extracting(thrown -> ((Rejected) thrown).code())
        .isEqualTo("OTHER_CAMPAIGN");
  }

  @Test
  void gives_the_same_answer_every_time() {
    Plan other = with(StageName.DEMO, gate("attendance.share >= 0.9", 3));

    assertThat(story.whatIf(other)).isEqualTo(story.whatIf(other));
  }

  @Test
  void can_be_stopped() {
    Counterfactual counterfactual =
        new Counterfactual(SamplePlan.COPILOT, story.record(), story.outside());

    assertThatThrownBy(
            () -> counterfactual.compare(SamplePlan.plan(), story.now(), told -> {}, () -> true))
        .isInstanceOf(WhatIfs.StoppedReplay.class);
  }

  private static GatePlan gate(String needs, int least) {
    return new GatePlan(List.of(needs), least, 20);
  }

  private static Plan with(StageName stage, GatePlan gate) {
    return stages(
        plan ->
            plan.stage() == stage ? new StagePlan(plan.stage(), plan.activities(), gate) : plan);
  }

  private static Plan stages(UnaryOperator<StagePlan> change) {
    Plan plan = SamplePlan.plan();
    return SamplePlan.plan(plan.stages().stream().map(change).toList(), plan.mails());
  }

  private static Department finance(WhatIf found) {
    return found.departments().stream()
        .filter(one -> one.department().equals(SamplePlan.FINANCE))
        .findFirst()
        .orElseThrow();
  }

  private static Stage stage(WhatIf found, StageName stage) {
    return finance(found).stages().stream()
        .filter(one -> one.stage() == stage)
        .findFirst()
        .orElseThrow();
  }

  private static List<StageName> stages(WhatIf found) {
    return would(finance(found).course()).stages().stream().map(Course.Stage::stage).toList();
  }

  private static <T> T was(Pair<T> both) {
    return Objects.requireNonNull(both.was());
  }

  private static <T> T would(Pair<T> both) {
    return Objects.requireNonNull(both.would());
  }

  private static Parting parting(WhatIf found) {
    return Objects.requireNonNull(found.parting());
  }
}
