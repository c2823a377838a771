package org.uitrol.application.audit.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.audit.explanation.Past.ROLLOUT;
import static org.uitrol.application.audit.explanation.Past.SANNE;
import static org.uitrol.application.audit.explanation.Past.days;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.uitrol.application.audit.explanation.Explanation.Chapter;
import org.uitrol.application.audit.explanation.Line.RuleKind;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.rollout.RolloutEvent.ConditionWaived;
import org.uitrol.domain.rollout.RolloutEvent.EvidenceRecorded;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.PlanChanged;
import org.uitrol.domain.rollout.RolloutEvent.RolloutAmended;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Finding;

class WhyAGateWasClosed {

  private static final String RESPONSES = "responses.rate >= 0.5";
  private static final String READINESS = "readiness.score >= 3.0";

  @Test
  void by_a_condition_with_its_value_over_time_until_it_held() {
    Past past =
        Past.begun(SANNE)
            .happened(ROLLOUT, blocked(1, unknown(RESPONSES), unknown(READINESS)))
            .happened(ROLLOUT, evidence(4, 0.4))
            .happened(ROLLOUT, blocked(4, failing(0.4)))
            .happened(ROLLOUT, evidence(8, 0.6))
            .happened(ROLLOUT, opened(8, 0.6));

    assertThat(past.of(StageName.ANNOUNCE).lines(Question.GATE))
        .extracting(line -> Objects.requireNonNull(line.event()).name())
        .containsExactly("gate.blocked", "gate.blocked", "gate.opened");
    assertThat(chapter(past, RESPONSES))
        .extracting(Line::reason)
        .containsExactly(
            new Reason.Turned(RESPONSES, Finding.Result.UNKNOWN, new TreeMap<>()),
            new Reason.FactsKnown(rate(0.4)),
            new Reason.Turned(RESPONSES, Finding.Result.FAILS, rate(0.4)),
            new Reason.FactsKnown(rate(0.6)),
            new Reason.Turned(RESPONSES, Finding.Result.HOLDS, rate(0.6)));
    assertThat(chapter(past, READINESS))
        .extracting(Line::reason)
        .contains(new Reason.Turned(READINESS, Finding.Result.HOLDS, new TreeMap<>()));
    assertThat(chapter(past, RESPONSES))
        .allSatisfy(
            line ->
                assertThat(line.rule()).isEqualTo(new Line.Rule(RuleKind.CONDITION, RESPONSES)));
  }

  @Test
  void by_a_hold_until_somebody_released_the_department() {
    Past past =
        Past.begun(SANNE)
            .happened(ROLLOUT, new RolloutHeld(ROLLOUT, null, "job-fear", days(2)))
            .happened(ROLLOUT, blocked(2, Blocker.held("job-fear")))
            .happened(ROLLOUT, new RolloutReleased(ROLLOUT, SamplePlan.READER, "talked", days(6)));
    List<Line> holds = past.of(StageName.ANNOUNCE).lines(Question.HOLD);

    assertThat(holds)
        .extracting(line -> Objects.requireNonNull(line.event()).name())
        .containsExactly("rollout.held", "rollout.released");
    assertThat(holds.get(0).rule()).isEqualTo(new Line.Rule(RuleKind.REACTION, "job-fear"));
    assertThat(past.of(StageName.ANNOUNCE).lines(Question.GATE))
        .extracting(Line::reason)
        .contains(new Reason.Blocked(Blocker.held("job-fear")));
  }

  @Test
  void says_who_answers_for_a_condition_that_need_not_hold() {
    Past past =
        Past.begun(SANNE)
            .happened(ROLLOUT, blocked(2, failing(0.2)))
            .happened(
                ROLLOUT,
                new ConditionWaived(
                    ROLLOUT, StageName.ANNOUNCE, RESPONSES, SamplePlan.READER, "holidays", days(7)))
            .happened(ROLLOUT, opened(7, 0.2));

    assertThat(chapter(past, RESPONSES))
        .extracting(line -> Objects.requireNonNull(line.event()).name())
        .contains("gate.condition-waived");
  }

  @Test
  void tells_the_least_and_most_days_and_when_it_was_overdue() {
    Past past =
        Past.begun(SANNE)
            .happened(ROLLOUT, blocked(1, failing(0.2)))
            .happened(
                ROLLOUT,
                new GateOverdue(ROLLOUT, StageName.ANNOUNCE, List.of(failing(0.2)), days(20)));

    assertThat(past.of(StageName.ANNOUNCE).lines(Question.TIME))
        .extracting(Line::reason)
        .contains(new Reason.AtLeast(5, days(5)), new Reason.AtMost(20, days(20)));
    assertThat(past.of(StageName.ANNOUNCE).lines(Question.TIME))
        .extracting(line -> Objects.requireNonNull(line.event()).name())
        .endsWith("gate.overdue");
  }

  @Test
  void tells_under_which_version_of_the_plan_each_stage_went_on() {
    Past past =
        Past.begun(SANNE)
            .happened(
                ROLLOUT,
                new RolloutAmended(
                    ROLLOUT, 2, SamplePlan.plan().rolloutPlan(), SamplePlan.OWNER, days(3)))
            .happened(ROLLOUT, opened(6, 0.6))
            .happened(ROLLOUT, new PlanChanged(ROLLOUT, 2, SamplePlan.OWNER, days(6)))
            .happened(
                ROLLOUT, new StageEntered(ROLLOUT, StageName.DEMO, days(9), days(26), days(6)))
            .happened(
                ROLLOUT,
                new GateBlocked(
                    ROLLOUT, StageName.DEMO, List.of(Blocker.tooEarly(days(9))), days(6)));

    assertThat(past.of(StageName.ANNOUNCE).lines(Question.PLAN))
        .extracting(Line::reason)
        .contains(new Reason.Pinned(1));
    assertThat(past.of(StageName.ANNOUNCE).lines(Question.GATE))
        .allSatisfy(line -> assertThat(line.planVersion()).isEqualTo(1));
    assertThat(past.of(StageName.DEMO).lines(Question.PLAN))
        .extracting(Line::reason)
        .contains(new Reason.Pinned(2));
    assertThat(past.of(StageName.DEMO).lines(Question.GATE))
        .extracting(Line::reason)
        .contains(new Reason.Blocked(Blocker.tooEarly(days(9))));
  }

  @Test
  void of_a_stage_that_has_not_begun_says_so() {
    assertThat(Past.begun(SANNE).of(StageName.TRAIN).lines(Question.GATE))
        .extracting(Line::reason)
        .containsExactly(new Reason.StageAhead(StageName.TRAIN, StageName.ANNOUNCE));
  }

  @Test
  void does_not_say_whether_a_condition_holds_that_was_never_looked_at() {
    assertThat(chapter(Past.begun(SANNE), READINESS))
        .extracting(Line::reason)
        .containsExactly(new Reason.NeverChecked(READINESS));
  }

  private static List<Line> chapter(Past past, String condition) {
    return past.of(StageName.ANNOUNCE).chapters().stream()
        .filter(chapter -> chapter.about().equals(condition))
        .map(Chapter::lines)
        .findFirst()
        .orElseThrow();
  }

  private static GateBlocked blocked(int day, Blocker... by) {
    return new GateBlocked(ROLLOUT, StageName.ANNOUNCE, List.of(by), days(day));
  }

  private static GateOpened opened(int day, double rate) {
    return new GateOpened(
        ROLLOUT,
        StageName.ANNOUNCE,
        List.of(
            new Finding(RESPONSES, Finding.Result.HOLDS, rate(rate)),
            new Finding(READINESS, Finding.Result.HOLDS, new TreeMap<>())),
        days(day));
  }

  private static Blocker unknown(String condition) {
    return Blocker.of(new Finding(condition, Finding.Result.UNKNOWN, new TreeMap<>()));
  }

  private static Blocker failing(double rate) {
    return Blocker.of(new Finding(RESPONSES, Finding.Result.FAILS, rate(rate)));
  }

  private static EvidenceRecorded evidence(int day, double rate) {
    return new EvidenceRecorded(
        ROLLOUT,
        "readiness",
        "survey/" + day,
        new TreeMap<>(Map.of("responses.rate", rate)),
        days(day));
  }

  private static SortedMap<String, Object> rate(double rate) {
    return new TreeMap<>(Map.of("responses.rate", rate));
  }
}
