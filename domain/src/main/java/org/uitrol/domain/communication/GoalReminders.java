package org.uitrol.domain.communication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.GoalRemindersCommand.ChooseGoalReminders;
import org.uitrol.domain.communication.GoalRemindersCommand.RemindOfGoals;
import org.uitrol.domain.communication.GoalRemindersEvent.GoalRemindersChosen;
import org.uitrol.domain.communication.GoalRemindersEvent.GoalsReminded;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/**
 * How often a person wants to be reminded of their own goals (decision 0033).
 *
 * @param weeks every so many weeks; 0 for never
 * @param nextAt when the next reminder is due; null for never
 * @param reminded how often the person was reminded
 */
public record GoalReminders(PersonId person, int weeks, @Nullable Instant nextAt, int reminded) {

  /** The longest time between two reminders. */
  public static final int MOST_WEEKS = 8;

  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * Choosing the same again changes nothing.
   *
   * @throws Rejected {@code WEEKS_INVALID}
   */
  public static List<GoalRemindersEvent> choose(
      @Nullable GoalReminders before, ChooseGoalReminders command) {
    int weeks = command.weeks();
    if (weeks < 0 || weeks > MOST_WEEKS) {
      throw new Rejected("WEEKS_INVALID", Map.of("most", MOST_WEEKS));
    }
    return (before == null ? 0 : before.weeks) == weeks
        ? List.of()
        : List.of(
            new GoalRemindersChosen(
                command.person(),
                weeks,
                weeks == 0 ? null : command.at().plus(WEEK.multipliedBy(weeks)),
                command.at()));
  }

  public List<GoalRemindersEvent> remind(RemindOfGoals command) {
    return nextAt == null || command.at().isBefore(nextAt)
        ? List.of()
        : List.of(
            new GoalsReminded(
                person, reminded + 1, command.at().plus(WEEK.multipliedBy(weeks)), command.at()));
  }

  /** The state after one event; the first one begins it. */
  public static GoalReminders evolve(@Nullable GoalReminders before, GoalRemindersEvent event) {
    int reminded = before == null ? 0 : before.reminded;
    if (event instanceof GoalRemindersChosen chosen) {
      return new GoalReminders(chosen.person(), chosen.weeks(), chosen.nextAt(), reminded);
    } else if (event instanceof GoalsReminded one && before != null) {
      return new GoalReminders(one.person(), before.weeks, one.nextAt(), one.number());
    }
    throw new IllegalStateException("reminders of goals can't begin with " + event);
  }
}
