package org.uitrol.domain.rollout;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Text;

/**
 * One activity of a stage, as the plan says it.
 *
 * @param id unique within the stages of a plan
 * @param kind what it is
 * @param uses the key of the mail, meeting, survey or course in the plan; for a task its own id
 * @param after working days from the start of the stage to the start of the activity, 0 or more
 * @param within working days from its start to its end: for a survey how long it is open, for a
 *     course the deadline, for a meeting the last day on which a session may be, for a task the day
 *     on which it should be done; 0 for an announcement
 * @param remind when those who haven't answered or finished are reminded, if at all
 * @param task what to do, of a task only
 */
public record ActivityPlan(
    String id,
    ActivityKind kind,
    String uses,
    int after,
    int within,
    @Nullable Reminders remind,
    @Nullable Text task) {

  /**
   * Reminders to those who haven't reacted.
   *
   * @param every working days between two of them, 1 or more
   * @param most how many at most, 1 or more
   */
  public record Reminders(int every, int most) {}
}
