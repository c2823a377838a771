package org.uitrol.domain.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.rejected;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.communication.GoalRemindersCommand.ChooseGoalReminders;
import org.uitrol.domain.communication.GoalRemindersCommand.RemindOfGoals;
import org.uitrol.domain.communication.GoalRemindersEvent.GoalRemindersChosen;
import org.uitrol.domain.communication.GoalRemindersEvent.GoalsReminded;
import org.uitrol.domain.shared.PersonId;

class RemindersOfOwnGoals {

  private static final PersonId PERSON = person(1);
  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant DUE = NOW.plus(Duration.ofDays(14));

  @Test
  void come_every_so_many_weeks_until_the_person_wants_none() {
    List<GoalRemindersEvent> chosen = GoalReminders.choose(null, choose(2, NOW));
    assertThat(chosen).containsExactly(new GoalRemindersChosen(PERSON, 2, DUE, NOW));
    GoalReminders state = GoalReminders.evolve(null, chosen.get(0));

    assertThat(state.remind(new RemindOfGoals(PERSON, DUE.minusSeconds(1)))).isEmpty();
    GoalsReminded first = new GoalsReminded(PERSON, 1, DUE.plus(Duration.ofDays(14)), DUE);
    assertThat(state.remind(new RemindOfGoals(PERSON, DUE))).containsExactly(first);
    GoalReminders after = GoalReminders.evolve(state, first);
    assertThat(after.remind(new RemindOfGoals(PERSON, DUE))).as("a second wake-up").isEmpty();

    assertThat(GoalReminders.choose(after, choose(2, DUE))).isEmpty();
    GoalRemindersChosen never = new GoalRemindersChosen(PERSON, 0, null, DUE);
    assertThat(GoalReminders.choose(after, choose(0, DUE))).containsExactly(never);
    GoalReminders none = GoalReminders.evolve(after, never);
    assertThat(none.remind(new RemindOfGoals(PERSON, DUE.plus(Duration.ofDays(99))))).isEmpty();
    assertThat(none.reminded()).isEqualTo(1);
  }

  @Test
  void are_not_chosen_where_nothing_changes_or_too_far_apart() {
    assertThat(GoalReminders.choose(null, choose(0, NOW))).isEmpty();
    for (int weeks : List.of(-1, GoalReminders.MOST_WEEKS + 1)) {
      assertThat(rejected(() -> GoalReminders.choose(null, choose(weeks, NOW))).code())
          .isEqualTo("WEEKS_INVALID");
    }
  }

  private static ChooseGoalReminders choose(int weeks, Instant at) {
    return new ChooseGoalReminders(PERSON, weeks, at);
  }
}
