package org.uitrol.application.followup.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * One follow-up of one person.
 *
 * @param activity what the person should do or have done
 * @param reason the reaction that opened it, or the activity's id for a task
 * @param steps in their order
 * @param outcome how it ended; null while it is open
 */
public record FollowUpRow(
    FollowUpId followUp,
    FollowUpKind kind,
    RolloutId rollout,
    String activity,
    String reason,
    PersonId person,
    Instant openedAt,
    List<StepRow> steps,
    @Nullable FollowUpOutcome outcome,
    @Nullable Instant closedAt) {

  public FollowUpRow {
    steps = List.copyOf(steps);
  }

  public boolean open() {
    return closedAt == null;
  }

  /** When the next step is due; empty when it is closed or every step was taken. */
  public Optional<Instant> nextDue() {
    return open()
        ? steps.stream()
            .filter(step -> step.state() == StepRow.State.TO_COME)
            .map(step -> step.step().dueAt())
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  FollowUpRow step(int number, StepRow.State state, Instant at) {
    List<StepRow> next =
        steps.stream()
            .map(one -> one.step().number() == number ? new StepRow(one.step(), state, at) : one)
            .toList();
    return new FollowUpRow(
        followUp, kind, rollout, activity, reason, person, openedAt, next, outcome, closedAt);
  }

  FollowUpRow closed(FollowUpOutcome how, Instant at) {
    return new FollowUpRow(
        followUp, kind, rollout, activity, reason, person, openedAt, steps, how, at);
  }
}
