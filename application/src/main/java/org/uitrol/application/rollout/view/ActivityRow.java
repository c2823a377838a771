package org.uitrol.application.rollout.view;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.Text;

/**
 * One activity of a department's rollout.
 *
 * @param uses the key of the mail, meeting, survey, course or path in the plan; for a task its own
 *     id
 * @param stage in which it was planned
 * @param task what to do, of a task only
 * @param dueAt when it starts or should have started
 * @param endsAt when its time is over; null before it starts
 * @param people how many people it was started for
 * @param unplaced how many people found no seat when its sessions were planned
 */
public record ActivityRow(
    RolloutId rollout,
    String activity,
    ActivityKind kind,
    String uses,
    StageName stage,
    @Nullable Text task,
    State state,
    Instant dueAt,
    @Nullable Instant endsAt,
    int people,
    int unplaced) {

  /** By stage, then by when they are due, then by id. */
  public static final Comparator<ActivityRow> IN_ORDER =
      Comparator.comparing(ActivityRow::stage)
          .thenComparing(ActivityRow::dueAt)
          .thenComparing(ActivityRow::activity);

  /** How far it is. */
  public enum State {
    PLANNED,
    STARTED,
    OVER,
    /** A manager decided that it need not be done. */
    SKIPPED,
    /** It came up too late to make sense. */
    MISSED
  }

  ActivityRow in(State next) {
    return with(next, endsAt, people, unplaced);
  }

  ActivityRow started(Instant end, int count) {
    return with(State.STARTED, end, count, unplaced);
  }

  ActivityRow without(int seat) {
    return with(state, endsAt, people, seat);
  }

  private ActivityRow with(State next, @Nullable Instant end, int count, int seatless) {
    return new ActivityRow(
        rollout, activity, kind, uses, stage, task, next, dueAt, end, count, seatless);
  }
}
