package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.rollout.RolloutCommand.RollBack;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;

/** Finance is looking at its demo when it is sent back to the announcement. */
class AStageThatBeginsAnew {

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @BeforeEach
  void finance_has_its_demo() {
    world.launch(SamplePlan.plan());
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 2);
    world.play("2027-01-25T12:00:00Z");
    assertThat(world.sessions(FINANCE, "tasks")).isNotEmpty();
  }

  @Test
  void calls_off_what_was_planned_and_tells_everybody_once() {
    long planned =
        world.sessions(FINANCE, "tasks").stream()
            .filter(session -> session.state() == Session.State.PLANNED)
            .count();
    back();
    world.play("2027-01-26T12:00:00Z");

    assertThat(world.events(SessionCancelled.class)).hasSize((int) planned);
    assertThat(world.mailTo("f3", "invitation-cancelled")).hasSize(1);
  }

  @Test
  void invites_once_more_for_activities_of_its_own() {
    back();
    world.play("2027-01-29T12:00:00Z");

    assertThat(world.sessions(FINANCE, "plans.again-2")).hasSize(1);
    assertThat(world.events(SurveyOpened.class))
        .filteredOn(opened -> opened.rollout().equals(World.rolloutOf(FINANCE)))
        .extracting(SurveyOpened::activity)
        .containsExactly("readiness", "readiness.again-2");
    assertThat(world.mailTo("f3", "why-copilot")).hasSize(2);
  }

  @Test
  void goes_on_to_the_same_end() {
    back();
    world.play("2027-01-28T12:00:00Z");
    world.answer(FINANCE, "readiness.again-2", 5, 1);
    world.play("2027-02-12T12:00:00Z");

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
    assertThat(world.sessions(FINANCE, "tasks.again-2")).isNotEmpty();
  }

  @Test
  void and_one_that_is_skipped_calls_off_what_was_planned_too() {
    world.send(
        new SkipStage(
            World.rolloutOf(FINANCE),
            StageName.DEMO,
            SamplePlan.WRITER,
            "They have seen it",
            world.now()));
    world.play("2027-01-26T12:00:00Z");

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.TRAIN);
    assertThat(world.mailTo("f3", "invitation-cancelled")).hasSize(1);
    assertThat(List.copyOf(world.rollout(FINANCE).activities().keySet())).contains("basics");
  }

  private void back() {
    world.send(
        new RollBack(
            World.rolloutOf(FINANCE),
            StageName.DEMO,
            StageName.ANNOUNCE,
            SamplePlan.WRITER,
            "Nobody has heard of it",
            world.now()));
  }
}
