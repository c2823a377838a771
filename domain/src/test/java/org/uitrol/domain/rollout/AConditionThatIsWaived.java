package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.RULES;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.ConsiderGate;
import org.uitrol.domain.rollout.RolloutCommand.WaiveCondition;
import org.uitrol.domain.rollout.RolloutEvent.ConditionWaived;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.gate.Waiver;
import org.uitrol.domain.shared.Rejected;

class AConditionThatIsWaived {

  private static final Instant LEAST = Instant.parse("2027-01-25T08:00:00Z");
  private static final String RATE = "responses.rate >= 0.4";
  private static final String SCORE = "readiness.score >= 3.0";
  private static final RolloutPlan PLAN =
      stages(
          stage(
              StageName.ANNOUNCE,
              gate(10, 30, RATE, SCORE),
              announcement("news"),
              survey("readiness")),
          stage(StageName.GO_LIVE, gate(0, null, SCORE), announcement("live")));

  @Test
  void opens_the_gate_when_nothing_else_keeps_it_closed() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.5));

    List<RolloutEvent> events = finance.when(waive(SCORE, LEAST));

    assertThat(events.get(0))
        .isEqualTo(new ConditionWaived(ID, StageName.ANNOUNCE, SCORE, WRITER, "Six people", LEAST));
    assertThat(events.get(1)).isInstanceOf(GateOpened.class);
    assertThat(finance.now().stage()).isEqualTo(StageName.GO_LIVE);
  }

  @Test
  void leaves_the_others_to_hold() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.2));

    List<RolloutEvent> events = finance.when(waive(SCORE, LEAST));

    assertThat(events).hasSize(2);
    assertThat(((GateBlocked) events.get(1)).blockers())
        .singleElement()
        .satisfies(blocker -> assertThat(blocker.about()).isEqualTo(RATE));
    assertThat(finance.now().gateReport(LEAST, RULES).waiver(SCORE))
        .contains(new Waiver(SCORE, WRITER, "Six people", LEAST));
    assertThat(finance.now().gateReport(LEAST, RULES).waiver(RATE)).isEmpty();
  }

  @Test
  void holds_again_in_the_next_stage() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.5));
    finance.when(waive(SCORE, LEAST));

    assertThat(finance.now().gateReport(LEAST, RULES).waiver(SCORE)).isEmpty();
    assertThat(finance.now().gateReport(LEAST, RULES).blockers())
        .anySatisfy(blocker -> assertThat(blocker.about()).isEqualTo(SCORE));
  }

  @Test
  void is_waived_once() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.2));
    finance.when(waive(SCORE, LEAST));
    assertThat(finance.when(waive(SCORE, LEAST.plusSeconds(60)))).isEmpty();
  }

  @Test
  void has_to_be_one_of_the_gate() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.2));
    assertThatThrownBy(() -> finance.when(waive("readiness.score >= 2.0", LEAST)))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("UNKNOWN_CONDITION");
              assertThat(refused.facts()).containsEntry("condition", "readiness.score >= 2.0");
            });
  }

  @Test
  void has_to_need_it() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.5));
    assertThatThrownBy(() -> finance.when(waive(RATE, LEAST)))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("CONDITION_HOLDS");
              assertThat(refused.facts()).containsEntry("condition", RATE);
            });
  }

  @Test
  void is_not_waived_for_a_stage_that_is_over_meanwhile() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.5, "readiness.score", 3.5));
    finance.when(new ConsiderGate(ID, LEAST));
    assertThatThrownBy(() -> finance.when(waive(SCORE, LEAST)))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("STAGE_OVER");
              assertThat(refused.facts()).containsEntry("stage", StageName.ANNOUNCE);
            });
  }

  @Test
  void is_not_waived_without_a_reason() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.5));
    for (String reason : List.of("", " \n", "x".repeat(1_001))) {
      assertThatThrownBy(
              () ->
                  finance.when(
                      new WaiveCondition(ID, StageName.ANNOUNCE, SCORE, WRITER, reason, LEAST)))
          .isInstanceOfSatisfying(
              Rejected.class, refused -> assertThat(refused.code()).isEqualTo("REASON_MISSING"));
    }
  }

  @Test
  void needs_a_rollout_that_goes_on() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.2));
    finance.when(new CancelRollout(ID, LEAST));
    assertThatThrownBy(() -> finance.when(waive(SCORE, LEAST)))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("ROLLOUT_STATUS"));
  }

  private static WaiveCondition waive(String condition, Instant at) {
    return new WaiveCondition(ID, StageName.ANNOUNCE, condition, WRITER, "Six people", at);
  }

  private static OneDepartment atTheGate(Map<String, Double> evidence) {
    return OneDepartment.thatAnswered(PLAN, evidence);
  }
}
