package org.uitrol.domain.communication;

import java.time.Instant;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/** What can be asked of reminders of one's own goals. */
public sealed interface GoalRemindersCommand extends Command {

  PersonId person();

  @Override
  default StreamId target() {
    return StreamId.of("goals", person());
  }

  /**
   * The person wants to be reminded every so many weeks, from 1 to 8; 0 for never.
   *
   * @param at also when the first time begins to count
   */
  record ChooseGoalReminders(PersonId person, int weeks, Instant at)
      implements GoalRemindersCommand {}

  /** Reminds the person if it is time. */
  record RemindOfGoals(PersonId person, Instant at) implements GoalRemindersCommand {}
}
