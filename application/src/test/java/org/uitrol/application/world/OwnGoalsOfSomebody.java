package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.directory.port.OwnGoals.Goal;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.communication.GoalRemindersCommand.ChooseGoalReminders;
import org.uitrol.domain.shared.PersonId;

class OwnGoalsOfSomebody {

  private static final PersonId F3 = new PersonId("f3");
  private static final String MAIL = "goal-reminder";

  private World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void bring_a_mail_as_often_as_the_person_chose_while_one_is_open(String deliveries) {
    if (deliveries.equals("twice")) {
      world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");
    }
    world.launch(SamplePlan.plan());
    world.play("2027-01-12T12:00:00Z");
    world.goals.put(F3, new Goal("g-1", 1, "Learn it", "", false));
    world.send(new ChooseGoalReminders(F3, 1, world.now()));

    world.play("2027-01-19T11:59:00Z");
    assertThat(world.mailTo("f3", MAIL)).isEmpty();
    world.play("2027-01-20T12:00:00Z");
    assertThat(world.mailTo("f3", MAIL)).hasSize(1);
    assertThat(world.mailTo("f4", MAIL)).isEmpty();

    world.goals.put(F3, new Goal("g-1", 1, "Learn it", "", true));
    world.play("2027-01-28T12:00:00Z");
    assertThat(world.mailTo("f3", MAIL)).hasSize(1);

    world.goals.put(F3, new Goal("g-2", 2, "Teach it", "", false));
    world.play("2027-02-04T12:00:00Z");
    assertThat(world.mailTo("f3", MAIL)).hasSize(2);
    world.send(new ChooseGoalReminders(F3, 0, world.now()));
    world.play("2027-03-01T12:00:00Z");
    assertThat(world.mailTo("f3", MAIL)).hasSize(2);
  }
}
