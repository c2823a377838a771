package org.uitrol.domain.followup;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** What happened to a follow-up. */
public sealed interface FollowUpEvent extends DomainEvent {

  FollowUpId followUp();

  /**
   * {@code followup.opened}.
   *
   * @param on the name of the event that the reaction reacts to; empty for a task, and for what was
   *     opened before this was recorded
   */
  record FollowUpOpened(
      FollowUpId followUp,
      FollowUpKind kind,
      RolloutId rollout,
      String activity,
      String reason,
      PersonId person,
      List<FollowUpStep> steps,
      String on,
      Instant at)
      implements FollowUpEvent {

    @SuppressWarnings("ConstantValue") // Follow-ups from before this was recorded.
    public FollowUpOpened {
      steps = List.copyOf(steps);
      on = on == null ? "" : on;
    }
  }

  /** {@code followup.reminded}. */
  record FollowUpReminded(
      FollowUpId followUp,
      RolloutId rollout,
      String activity,
      PersonId person,
      int number,
      String mail,
      Instant at)
      implements FollowUpEvent {}

  /** {@code followup.escalated}. */
  record FollowUpEscalated(
      FollowUpId followUp,
      RolloutId rollout,
      String activity,
      PersonId person,
      int number,
      EscalateTo to,
      Instant at)
      implements FollowUpEvent {}

  /** {@code followup.step-skipped}: a later step was due already. */
  record StepSkipped(FollowUpId followUp, int number, Instant at) implements FollowUpEvent {}

  /** {@code followup.closed}. */
  record FollowUpClosed(
      FollowUpId followUp,
      FollowUpKind kind,
      RolloutId rollout,
      String activity,
      PersonId person,
      FollowUpOutcome outcome,
      Instant at)
      implements FollowUpEvent {}
}
