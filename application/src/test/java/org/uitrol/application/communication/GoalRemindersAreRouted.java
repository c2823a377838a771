package org.uitrol.application.communication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.communication.GoalReminders;
import org.uitrol.domain.communication.GoalRemindersCommand;
import org.uitrol.domain.communication.GoalRemindersCommand.ChooseGoalReminders;
import org.uitrol.domain.communication.GoalRemindersCommand.RemindOfGoals;
import org.uitrol.domain.communication.GoalRemindersEvent;
import org.uitrol.domain.shared.PersonId;

class GoalRemindersAreRouted {

  private static final PersonId SANNE = new PersonId("person-1");
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    ChooseGoalReminders choose = new ChooseGoalReminders(SANNE, 1, AT);
    List<GoalRemindersEvent> chosen = GoalReminders.choose(null, choose);
    RemindOfGoals remind = new RemindOfGoals(SANNE, AT.plus(Duration.ofDays(7)));
    return new ShellTests<>(
            GoalRemindersShell.class,
            GoalRemindersCommand.class,
            GoalRemindersEvent.class,
            GoalReminders::evolve)
        .begins(choose, chosen)
        .after(chosen, remind, state -> state.remind(remind))
        .all();
  }
}
