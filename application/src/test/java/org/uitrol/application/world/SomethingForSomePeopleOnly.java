package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;

class SomethingForSomePeopleOnly {

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @Test
  void reaches_who_is_in_the_segment_at_that_moment() {
    world.describe("f2", PersonField.FUNCTION, "Controller");
    world.describe("f3", PersonField.FUNCTION, " CONTROLLER ");
    world.describe("f4", PersonField.FUNCTION, "Secretaris");
    launch();
    world.describe("f5", PersonField.FUNCTION, "controller");
    untilTraining();

    assertThat(world.events(LearnerEnrolled.class))
        .filteredOn(one -> one.activity().equals("basics"))
        .extracting(LearnerEnrolled::person)
        .containsExactlyInAnyOrder(new PersonId("f2"), new PersonId("f3"), new PersonId("f5"));
    assertThat(world.events(LearnerEnrolled.class))
        .filteredOn(one -> one.activity().equals("practice"))
        .hasSize(5);
  }

  @Test
  void reaches_a_newcomer_who_is_in_the_segment_and_no_other() {
    world.describe("f2", PersonField.FUNCTION, "Controller");
    launch();
    untilTraining();
    world.describe("n1", PersonField.FUNCTION, "Controller");
    world.describe("n2", PersonField.FUNCTION, "Secretaris");
    world.hire("n1", FINANCE, "f1");
    world.hire("n2", FINANCE, "f1");

    assertThat(world.events(LearnerEnrolled.class))
        .filteredOn(one -> one.activity().equals("basics"))
        .extracting(LearnerEnrolled::person)
        .containsExactly(new PersonId("f2"), new PersonId("n1"));
  }

  @Test
  void is_over_at_once_where_nobody_is_in_the_segment() {
    launch();
    untilTraining();

    assertThat(world.events(ActivityStarted.class))
        .filteredOn(one -> one.activity().id().equals("basics"))
        .extracting(ActivityStarted::people)
        .containsExactly(List.of());
    assertThat(world.rollout(FINANCE).activityReport())
        .filteredOn(one -> one.activity().id().equals("basics"))
        .extracting(one -> one.state())
        .containsExactly("over");
  }

  @Test
  void leaves_out_who_was_erased() {
    world.describe("f2", PersonField.FUNCTION, "Controller");
    world.describe("f3", PersonField.FUNCTION, "Controller");
    launch();
    world.vault.erase(new PersonId("f3"));
    untilTraining();

    assertThat(world.events(LearnerEnrolled.class))
        .filteredOn(one -> one.activity().equals("basics"))
        .extracting(LearnerEnrolled::person)
        .containsExactly(new PersonId("f2"));
  }

  private void launch() {
    Plan plan =
        SamplePlan.forSegments(
            "basics",
            new AudienceRules(
                Map.of(
                    "controllers",
                    new SegmentPlan(
                        Text.of("en", "Controllers"),
                        Map.of(Criterion.FUNCTION, List.of("controller"))))));
    world.launch(plan);
  }

  private void untilTraining() {
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1);
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-01-26T16:00:00Z");
    world.attend(FINANCE, "tasks");
    world.play("2027-01-28T12:00:00Z");
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.TRAIN);
  }
}
