package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.attendance;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.Plans.OWNER;
import static org.uitrol.domain.testing.Plans.action;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.presentation;
import static org.uitrol.domain.testing.Plans.reacting;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.AmendRollout;
import org.uitrol.domain.rollout.RolloutCommand.AnswerReaction;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.PauseRollout;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutCommand.ResumeRollout;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.ReactionAsked;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan.Per;

/** A department can't know what the others did: it asks the campaign first. */
class AReactionThatTheCampaignCounts {

  private static final Instant WEDNESDAY = Instant.parse("2027-01-13T08:00:00Z");
  private static final String CAUSE = "survey/readiness";
  private static final Map<String, Double> WORRIED = Map.of("answers.jobWorry", 4.0);
  private static final ActionPlan HOLD = action(Kind.HOLD, "", 0, 0);
  private static final ReactionPlan FEAR =
      new ReactionPlan(
          "fear",
          "survey.closed",
          "answers.jobWorry >= 3.5",
          2,
          List.of(HOLD),
          Per.CAMPAIGN,
          5,
          null);
  private static final ReactionPlan MISSED =
      new ReactionPlan(
          "missed",
          "attendance.recorded",
          "!attended",
          1,
          List.of(action(Kind.MAIL, "another-date", 0, 0)),
          Per.CAMPAIGN,
          null,
          null);
  private static final RolloutPlan PLAN =
      reacting(
          stages(
              stage(StageName.ANNOUNCE, survey("readiness")),
              stage(StageName.GO_LIVE, presentation("plans"))),
          FEAR,
          MISSED);

  private final OneDepartment finance = OneDepartment.with(3, PLAN);

  @BeforeEach
  void whose_survey_is_open() {
    finance.startActivity("readiness", MONDAY);
  }

  @Test
  void asks_once_with_what_it_saw_and_keeps_the_gate_shut_meanwhile() {
    List<RolloutEvent> asking = finance.observe(surveyClosed("readiness", WORRIED), TUESDAY);

    assertThat(asking)
        .contains(
            new ReactionAsked(
                ID,
                "fear",
                "survey.closed",
                CAUSE,
                "readiness",
                null,
                new TreeMap<>(WORRIED),
                List.of(HOLD),
                null,
                2,
                5,
                TUESDAY))
        .noneMatch(GateOpened.class::isInstance)
        .noneMatch(ReactionFired.class::isInstance);
    assertThat(finance.observe(surveyClosed("readiness", WORRIED), TUESDAY)).isEmpty();
  }

  @Test
  void fires_when_the_campaign_allows_it_and_once() {
    finance.observe(surveyClosed("readiness", WORRIED), TUESDAY);

    List<RolloutEvent> events = finance.when(allowed(CAUSE));

    assertThat(events)
        .startsWith(
            new ReactionFired(
                ID,
                "fear",
                CAUSE,
                "readiness",
                null,
                new TreeMap<>(WORRIED),
                List.of(HOLD),
                "survey.closed",
                WEDNESDAY),
            new RolloutHeld(ID, null, "fear", WEDNESDAY));
    assertThat(finance.when(allowed(CAUSE))).isEmpty();
    assertThat(finance.now().asked()).isEmpty();
  }

  @Test
  void is_refused_with_the_reason_of_the_campaign_and_then_the_gate_opens() {
    finance.observe(surveyClosed("readiness", WORRIED), TUESDAY);

    List<RolloutEvent> events =
        finance.when(new AnswerReaction(ID, "fear", CAUSE, RefusalReason.COOLING_DOWN, WEDNESDAY));

    assertThat(events)
        .startsWith(
            new ReactionRefused(
                ID,
                "fear",
                CAUSE,
                "readiness",
                null,
                RefusalReason.COOLING_DOWN,
                new TreeMap<>(WORRIED),
                WEDNESDAY))
        .anyMatch(GateOpened.class::isInstance);
    assertThat(finance.when(allowed(CAUSE))).isEmpty();
  }

  @Test
  void does_not_ask_when_its_condition_fails() {
    assertThat(finance.observe(surveyClosed("readiness", Map.of("answers.jobWorry", 1.0)), TUESDAY))
        .noneMatch(ReactionAsked.class::isInstance)
        .anyMatch(ReactionRefused.class::isInstance);
  }

  @Test
  void waits_for_the_end_of_a_pause_that_came_before_the_answer() {
    finance.observe(surveyClosed("readiness", WORRIED), TUESDAY);
    finance.when(new PauseRollout(ID, TUESDAY));

    assertThat(reasons(finance.when(allowed(CAUSE)))).containsExactly(RefusalReason.NOT_RUNNING);
    assertThat(finance.when(allowed(CAUSE))).isEmpty();

    assertThat(finance.when(new ResumeRollout(ID, WEDNESDAY)))
        .filteredOn(ReactionFired.class::isInstance)
        .hasSize(1);
    assertThat(finance.now().setAside()).isEmpty();
    assertThat(finance.now().asked()).isEmpty();
  }

  @Test
  void stays_refused_when_the_campaign_says_so_in_a_pause() {
    finance.observe(surveyClosed("readiness", WORRIED), TUESDAY);
    finance.when(new PauseRollout(ID, TUESDAY));
    finance.when(new AnswerReaction(ID, "fear", CAUSE, RefusalReason.OFTEN_ENOUGH, TUESDAY));

    assertThat(finance.when(new ResumeRollout(ID, WEDNESDAY)))
        .noneMatch(ReactionFired.class::isInstance)
        .noneMatch(ReactionAsked.class::isInstance);
  }

  @Test
  void asks_after_the_pause_about_what_happened_in_it() {
    finance.when(new PauseRollout(ID, MONDAY));
    assertThat(reasons(finance.observe(surveyClosed("readiness", WORRIED), TUESDAY)))
        .containsExactly(RefusalReason.NOT_RUNNING);

    assertThat(finance.when(new ResumeRollout(ID, WEDNESDAY)))
        .filteredOn(ReactionAsked.class::isInstance)
        .hasSize(1);
  }

  @Test
  void does_not_fire_for_who_left_before_the_answer() {
    Observation missed = attendance("plans", person(1), false);
    finance.observe(missed, TUESDAY);
    finance.when(new RemoveMember(ID, person(1), TUESDAY));

    assertThat(reasons(finance.when(answer("missed", missed.cause(), null))))
        .containsExactly(RefusalReason.PERSON_LEFT);
    assertThat(finance.when(answer("missed", missed.cause(), null))).isEmpty();
  }

  @Test
  void is_forgotten_for_who_left_in_the_pause() {
    Observation missed = attendance("plans", person(1), false);
    finance.observe(missed, TUESDAY);
    finance.when(new PauseRollout(ID, TUESDAY));
    finance.when(answer("missed", missed.cause(), null));
    finance.when(new RemoveMember(ID, person(1), TUESDAY));

    assertThat(finance.when(new ResumeRollout(ID, WEDNESDAY)))
        .noneMatch(ReactionFired.class::isInstance);
    assertThat(finance.when(answer("missed", missed.cause(), null))).isEmpty();
  }

  @Test
  void does_what_the_plan_said_when_it_asked() {
    finance.observe(surveyClosed("readiness", WORRIED), TUESDAY);
    finance.when(
        new AmendRollout(
            ID, 2, stages(stage(StageName.ANNOUNCE), stage(StageName.GO_LIVE)), OWNER, TUESDAY));

    assertThat(finance.when(allowed(CAUSE))).filteredOn(ReactionFired.class::isInstance).hasSize(1);
  }

  @Test
  void comes_to_nothing_once_the_rollout_is_cancelled() {
    finance.observe(surveyClosed("readiness", WORRIED), TUESDAY);
    finance.when(new CancelRollout(ID, TUESDAY));

    assertThat(finance.when(allowed(CAUSE))).isEmpty();
  }

  private static AnswerReaction allowed(String cause) {
    return answer("fear", cause, null);
  }

  private static AnswerReaction answer(
      String reaction, String cause, @Nullable RefusalReason refused) {
    return new AnswerReaction(ID, reaction, cause, refused, WEDNESDAY);
  }

  private static List<RefusalReason> reasons(List<RolloutEvent> events) {
    return events.stream()
        .filter(ReactionRefused.class::isInstance)
        .map(event -> ((ReactionRefused) event).reason())
        .toList();
  }
}
