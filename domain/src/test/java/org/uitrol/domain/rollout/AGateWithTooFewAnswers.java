package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.RULES;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.Meetings.people;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.FINANCE;
import static org.uitrol.domain.testing.Plans.OWNER;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.ConsiderGate;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.EvidenceRecorded;
import org.uitrol.domain.rollout.RolloutEvent.EvidenceWithdrawn;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Blocker.Reason;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;

class AGateWithTooFewAnswers {

  private static final Instant LEAST = Instant.parse("2027-01-25T08:00:00Z");
  private static final Instant MOST = Instant.parse("2027-02-22T08:00:00Z");
  private static final RolloutPlan PLAN =
      stages(
          stage(
              StageName.ANNOUNCE,
              gate(10, 30, "responses.rate >= 0.4", "readiness.score >= 3.0"),
              announcement("news"),
              survey("readiness")),
          stage(StageName.GO_LIVE, announcement("live")));

  @Test
  void is_closed_from_the_start_and_says_why() {
    OneDepartment finance = OneDepartment.with(10, PLAN);
    assertThat(finance.events())
        .startsWith(
            new RolloutStarted(
                ID,
                COPILOT,
                FINANCE,
                1,
                PLAN,
                OWNER,
                people(10),
                List.of(),
                List.of(Disclosure.values()),
                MONDAY),
            new StageEntered(ID, StageName.ANNOUNCE, LEAST, MOST, MONDAY),
            new ActivityPlanned(ID, announcement("news"), MONDAY, MONDAY),
            new ActivityPlanned(ID, survey("readiness"), MONDAY, MONDAY))
        .hasSize(5);
    assertThat(blockers(finance.events()))
        .containsExactly(
            "TOO_EARLY ",
            "ACTIVITY_OPEN news",
            "ACTIVITY_OPEN readiness",
            "CONDITION_UNKNOWN responses.rate >= 0.4",
            "CONDITION_UNKNOWN readiness.score >= 3.0");
  }

  @Test
  void is_started_once() {
    OneDepartment finance = OneDepartment.with(10, PLAN);
    assertThat(finance.when(OneDepartment.start(10, PLAN))).isEmpty();
  }

  @Test
  void stays_closed_with_the_facts_that_its_conditions_saw() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.3, "readiness.score", 3.2));
    List<RolloutEvent> events = finance.when(new ConsiderGate(ID, LEAST));
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            GateBlocked.class,
            blocked -> {
              Blocker only = blocked.blockers().get(0);
              assertThat(blocked.blockers()).hasSize(1);
              assertThat(only.reason()).isEqualTo(Reason.CONDITION_FAILS);
              assertThat(only.about()).isEqualTo("responses.rate >= 0.4");
              assertThat(only.finding())
                  .satisfies(
                      finding ->
                          assertThat(finding.seen()).isEqualTo(Map.of("responses.rate", 0.3)));
            });
    assertThat(finance.when(new ConsiderGate(ID, LEAST.plusSeconds(60)))).isEmpty();
  }

  @Test
  void stays_closed_on_what_is_not_known() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.5));
    assertThat(blockers(finance.when(new ConsiderGate(ID, LEAST))))
        .containsExactly("CONDITION_UNKNOWN readiness.score >= 3.0");
  }

  @Test
  void tells_once_that_it_has_taken_too_long() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.3, "readiness.score", 3.2));
    finance.when(new ConsiderGate(ID, LEAST));
    assertThat(finance.when(new ConsiderGate(ID, MOST.minusSeconds(1)))).isEmpty();
    assertThat(finance.when(new ConsiderGate(ID, MOST)))
        .containsExactly(new GateOverdue(ID, StageName.ANNOUNCE, finance.now().blockers(), MOST));
    assertThat(finance.now().blockers()).hasSize(1);
    assertThat(finance.when(new ConsiderGate(ID, MOST))).isEmpty();
  }

  @Test
  void opens_when_all_holds_and_leads_to_the_next_stage() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.4, "readiness.score", 3.0));
    assertThat(finance.when(new ConsiderGate(ID, LEAST.minusSeconds(1)))).isEmpty();

    List<RolloutEvent> events = finance.when(new ConsiderGate(ID, LEAST));

    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("GateOpened", "StageEntered", "ActivityPlanned", "GateBlocked");
    assertThat(((GateOpened) events.get(0)).findings())
        .hasSize(2)
        .allSatisfy(finding -> assertThat(finding.holds()).isTrue());
    assertThat(events.get(1))
        .isEqualTo(new StageEntered(ID, StageName.GO_LIVE, LEAST, null, LEAST));
    assertThat(finance.now().stage()).isEqualTo(StageName.GO_LIVE);
  }

  @Test
  void of_the_last_stage_completes_the_rollout() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.4, "readiness.score", 3.0));
    finance.when(new ConsiderGate(ID, LEAST));
    List<RolloutEvent> events = finance.startActivity("live", LEAST);
    assertThat(events)
        .containsExactly(
            new ActivityStarted(ID, announcement("live"), people(10), LEAST, LEAST),
            new ActivityDone(ID, "live", LEAST),
            new GateOpened(ID, StageName.GO_LIVE, List.of(), LEAST),
            new RolloutCompleted(ID, LEAST));
    assertThat(finance.now().isOver()).isTrue();
    assertThat(finance.when(new ConsiderGate(ID, MOST))).isEmpty();
    assertThat(finance.when(new CancelRollout(ID, MOST))).isEmpty();
  }

  @Test
  void opens_at_once_where_a_stage_asks_for_nothing() {
    OneDepartment finance =
        OneDepartment.with(3, stages(stage(StageName.ANNOUNCE), stage(StageName.GO_LIVE)));
    assertThat(finance.events())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "RolloutStarted",
            "StageEntered",
            "GateOpened",
            "StageEntered",
            "GateOpened",
            "RolloutCompleted");
  }

  @Test
  void looks_at_the_latest_survey_once() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.3, "readiness.score", 3.2));
    assertThat(finance.observe(surveyClosed("readiness", Map.of("responses.rate", 0.9)), TUESDAY))
        .isEmpty();
    finance.observe(
        surveyClosed("readiness", "survey/again", Map.of("responses.rate", 0.5)), TUESDAY);
    assertThat(finance.now().evidence())
        .isEqualTo(Map.of("responses.rate", 0.5, "readiness.score", 3.2));
  }

  @Test
  void does_not_open_on_an_earlier_survey_when_the_latest_one_tells_nothing() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.6, "readiness.score", 3.2));
    Observation again =
        Observation.ofDepartment(
            ReactionTrigger.SURVEY_CLOSED,
            "survey/again",
            "readiness",
            Map.of("responses.rate", 0.5),
            Set.of("readiness.score", "answers.jobWorry"));

    assertThat(finance.observe(again, TUESDAY).subList(0, 2))
        .containsExactly(
            new EvidenceWithdrawn(
                ID, "readiness", "survey/again", List.of("readiness.score"), TUESDAY),
            new EvidenceRecorded(
                ID,
                "readiness",
                "survey/again",
                new TreeMap<>(Map.of("responses.rate", 0.5)),
                TUESDAY));
    assertThat(finance.now().evidence()).isEqualTo(Map.of("responses.rate", 0.5));
    finance.when(new ConsiderGate(ID, LEAST));
    assertThat(finance.now().blockers())
        .extracting(one -> one.reason() + " " + one.about())
        .containsExactly("CONDITION_UNKNOWN readiness.score >= 3.0");
    assertThat(finance.observe(again, LEAST)).isEmpty();
  }

  @Test
  void keeps_what_a_later_survey_did_not_ask() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.6, "readiness.score", 3.2));
    finance.observe(
        Observation.ofDepartment(
            ReactionTrigger.SURVEY_CLOSED,
            "survey/other",
            "readiness",
            Map.of("responses.rate", 0.5),
            Set.of("answers.jobWorry")),
        TUESDAY);
    assertThat(finance.now().evidence())
        .isEqualTo(Map.of("responses.rate", 0.5, "readiness.score", 3.2));
  }

  @Test
  void reports_how_it_stands_at_any_moment() {
    OneDepartment finance = atTheGate(Map.of("responses.rate", 0.4, "readiness.score", 3.0));
    assertThat(finance.now().gateReport(TUESDAY, RULES).isOpen()).isFalse();
    assertThat(finance.now().gateReport(LEAST, RULES).isOpen()).isTrue();
    assertThat(finance.now().gateReport(LEAST, RULES).facts().values())
        .containsEntry("stage", "announce")
        .containsEntry("stage.workingDays", 10.0)
        .containsEntry("department.size", 10.0)
        .doesNotContainKeys("trained.share", "attendance.share");
  }

  private static OneDepartment atTheGate(Map<String, Double> evidence) {
    return OneDepartment.thatAnswered(PLAN, evidence);
  }

  private static List<String> blockers(List<RolloutEvent> events) {
    GateBlocked blocked = (GateBlocked) events.get(events.size() - 1);
    return blocked.blockers().stream().map(one -> one.reason() + " " + one.about()).toList();
  }
}
