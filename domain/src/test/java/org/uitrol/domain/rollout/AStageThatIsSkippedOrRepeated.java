package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;
import static org.uitrol.domain.testing.Plans.training;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.RollBack;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivitySkipped;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutEvent.StageRolledBack;
import org.uitrol.domain.rollout.RolloutEvent.StageSkipped;
import org.uitrol.domain.shared.PersonId;

class AStageThatIsSkippedOrRepeated {

  private static final RolloutPlan PLAN =
      stages(
          stage(
              StageName.ANNOUNCE,
              gate(0, null, "responses.rate >= 0.4"),
              announcement("news"),
              survey("readiness")),
          stage(StageName.TRAIN, gate(10, null), training("basics")));

  @Test
  void is_left_with_what_is_open_undone() {
    OneDepartment finance = OneDepartment.with(5, PLAN);
    finance.startActivity("news", MONDAY);
    assertThat(finance.when(skip(StageName.ANNOUNCE)))
        .startsWith(
            new ActivitySkipped(ID, "readiness", WRITER, "They know it all", TUESDAY),
            new StageSkipped(ID, StageName.ANNOUNCE, WRITER, "They know it all", TUESDAY))
        .hasAtLeastOneElementOfType(StageEntered.class);
    assertThat(finance.now().stage()).isEqualTo(StageName.TRAIN);
  }

  @Test
  void that_is_the_last_completes_the_department() {
    OneDepartment finance = OneDepartment.with(5, PLAN);
    finance.when(skip(StageName.ANNOUNCE));
    assertThat(finance.when(skip(StageName.TRAIN))).endsWith(new RolloutCompleted(ID, TUESDAY));
  }

  @Test
  void needs_a_reason_and_has_to_be_the_present_one() {
    OneDepartment finance = OneDepartment.with(5, PLAN);
    assertThat(refusal(() -> finance.when(skip(StageName.TRAIN)))).isEqualTo("STAGE_OVER");
    assertThat(
            refusal(
                () -> finance.when(new SkipStage(ID, StageName.ANNOUNCE, WRITER, " ", TUESDAY))))
        .isEqualTo("REASON_MISSING");
    assertThat(refusal(() -> finance.when(back(StageName.ANNOUNCE, StageName.ANNOUNCE))))
        .isEqualTo("UNKNOWN_STAGE");
  }

  @Test
  void begins_anew_with_activities_of_its_own() {
    OneDepartment finance = inTraining();
    List<RolloutEvent> events = finance.when(back(StageName.TRAIN, StageName.ANNOUNCE));
    assertThat(events)
        .startsWith(
            new ActivitySkipped(ID, "basics", WRITER, "Start over", TUESDAY),
            new StageRolledBack(
                ID, StageName.TRAIN, StageName.ANNOUNCE, WRITER, "Start over", TUESDAY));
    assertThat(
            events.stream()
                .filter(ActivityPlanned.class::isInstance)
                .map(event -> ((ActivityPlanned) event).activity().id()))
        .containsExactly("news.again-2", "readiness.again-2");
    assertThat(ActivityPlan.idInPlan("readiness.again-2")).isEqualTo("readiness");
  }

  @Test
  void does_not_count_what_was_learned_in_the_earlier_run() {
    OneDepartment finance = inTraining();
    finance.startActivity("basics", TUESDAY);
    for (int number = 1; number <= 4; number++) {
      PersonId learner = List.copyOf(finance.now().members()).get(number - 1);
      finance.observe(OneDepartment.completed("basics", learner), TUESDAY);
    }
    assertThat(facts(finance)).containsEntry("trained.share", 0.8);

    finance.when(back(StageName.TRAIN, StageName.ANNOUNCE));
    assertThat(facts(finance)).doesNotContainKey("trained.share");
    finance.when(skip(StageName.ANNOUNCE));
    finance.startActivity("basics.again-2", TUESDAY);
    assertThat(facts(finance)).containsEntry("trained.share", 0.0);
  }

  private static Map<String, Object> facts(OneDepartment department) {
    return department.now().gateReport(TUESDAY, OneDepartment.RULES).facts().values();
  }

  private static OneDepartment inTraining() {
    OneDepartment finance = OneDepartment.with(5, PLAN);
    finance.when(skip(StageName.ANNOUNCE));
    return finance;
  }

  private static SkipStage skip(StageName stage) {
    return new SkipStage(ID, stage, WRITER, "They know it all", TUESDAY);
  }

  private static RollBack back(StageName from, StageName to) {
    return new RollBack(ID, from, to, WRITER, "Start over", TUESDAY);
  }
}
