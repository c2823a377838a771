package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.WRITER;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.RolloutCommand.WaiveCondition;
import org.uitrol.domain.rollout.RolloutEvent.ConditionWaived;
import org.uitrol.domain.rollout.RolloutEvent.EvidenceWithdrawn;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;

/** Each with every event delivered once and twice, which must make no difference. */
class AGateThatWouldStayClosed {

  private static final String SCORE = "readiness.score >= 3.0";

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void opens_when_a_manager_answers_for_what_too_few_people_said(String deliveries) {
    World world = world(deliveries);
    world.launch(SamplePlan.plan());
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1, "f4", "f5");
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-02-01T12:00:00Z");
    assertThat(blockers(world)).containsExactly("CONDITION_UNKNOWN " + SCORE);

    waive(world, SCORE);

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
    assertThat(world.events(ConditionWaived.class))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("Five people"))
        .satisfies(one -> assertThat(one.by()).isEqualTo(WRITER));
    world.play("2027-02-02T12:00:00Z");
    assertThat(world.sessions(FINANCE, "tasks")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void does_not_open_on_what_people_said_before_a_survey_that_few_answered(String deliveries) {
    World world = world(deliveries);
    world.launch(askedAgainWhenPeopleWorry());
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 5);
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-01-22T12:00:00Z");
    assertThat(world.rollout(FINANCE).evidence()).containsEntry("readiness.score", 4.2);
    world.answer(FINANCE, "ask-again.1.1", 2, 5, "f4", "f5");
    world.play("2027-02-08T12:00:00Z");

    assertThat(world.events(SurveyClosed.class)).hasSize(2);
    assertThat(world.events(EvidenceWithdrawn.class))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.facts())
                    .containsExactly("answers.desire", "answers.jobWorry", "readiness.score"));
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.ANNOUNCE);
    assertThat(blockers(world)).containsExactly("CONDITION_UNKNOWN " + SCORE);

    waive(world, SCORE);
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
  }

  private static World world(String deliveries) {
    return deliveries.equals("twice")
        ? World.thatHearsEverythingTwice("2027-01-08T12:00:00Z")
        : World.ofTwoDepartments("2027-01-08T12:00:00Z");
  }

  private static void waive(World world, String condition) {
    world.send(
        new WaiveCondition(
            World.rolloutOf(FINANCE),
            StageName.ANNOUNCE,
            condition,
            WRITER,
            "Five people",
            world.now()));
  }

  private static List<String> blockers(World world) {
    return world.rollout(FINANCE).blockers().stream()
        .filter(one -> one.reason() != Blocker.Reason.TOO_EARLY)
        .map(one -> one.reason() + " " + one.about())
        .toList();
  }

  private static Plan askedAgainWhenPeopleWorry() {
    return SamplePlan.reacting(
        new ReactionPlan(
            "ask-again",
            "survey.closed",
            "answers.jobWorry >= 3.5",
            1,
            List.of(new ActionPlan(ActionPlan.Kind.SURVEY, "readiness", null, 0, 6))));
  }
}
