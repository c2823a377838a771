package org.uitrol.domain.followup;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** What can be asked of a follow-up. */
public sealed interface FollowUpCommand extends Command {

  FollowUpId followUp();

  @Override
  default FollowUpId target() {
    return followUp();
  }

  /**
   * Opens a follow-up.
   *
   * @param kind what it is for
   * @param activity what the person should do or have done
   * @param reason the reaction that opened it, or the activity's id for a task
   * @param on the name of the event that the reaction reacts to; empty for a task
   */
  record OpenFollowUp(
      FollowUpId followUp,
      FollowUpKind kind,
      RolloutId rollout,
      String activity,
      String reason,
      PersonId person,
      List<FollowUpStep> steps,
      String on,
      Instant at)
      implements FollowUpCommand {

    public OpenFollowUp {
      steps = List.copyOf(steps);
    }
  }

  /** A step is due. */
  record TakeStep(FollowUpId followUp, int number, Instant at) implements FollowUpCommand {}

  /** Ends the follow-up; later steps are not taken. */
  record CloseFollowUp(FollowUpId followUp, FollowUpOutcome outcome, Instant at)
      implements FollowUpCommand {}
}
