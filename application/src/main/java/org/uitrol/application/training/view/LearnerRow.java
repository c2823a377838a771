package org.uitrol.application.training.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerRecord;

/**
 * One person's progress in one course.
 *
 * @param course its key in the plan
 * @param reminders how many reminders went out
 * @param completedAt when it was completed, once it was
 * @param score what the course gave, if it gives any
 * @param begunAt when it was begun, if whoever teaches it has told
 */
public record LearnerRow(
    LearnerRecordId learnerRecord,
    RolloutId rollout,
    String activity,
    String course,
    PersonId person,
    Instant dueAt,
    LearnerRecord.State state,
    int reminders,
    @Nullable Instant completedAt,
    @Nullable Double score,
    @Nullable Instant begunAt) {

  LearnerRow in(LearnerRecord.State next) {
    return with(next, reminders, completedAt, score);
  }

  LearnerRow completed(Instant when, @Nullable Double points) {
    return with(LearnerRecord.State.COMPLETED, reminders, when, points);
  }

  /** What one source told isn't true; what others told remains. */
  LearnerRow withoutResult(@Nullable Instant when, @Nullable Double points) {
    boolean undone = state == LearnerRecord.State.COMPLETED && when == null;
    return with(undone ? LearnerRecord.State.ENROLLED : state, reminders, when, points);
  }

  LearnerRow reminded(int number) {
    return with(state, Math.max(reminders, number), completedAt, score);
  }

  LearnerRow begun(Instant when) {
    return new LearnerRow(
        learnerRecord,
        rollout,
        activity,
        course,
        person,
        dueAt,
        state,
        reminders,
        completedAt,
        score,
        when);
  }

  private LearnerRow with(
      LearnerRecord.State next, int count, @Nullable Instant completion, @Nullable Double points) {
    return new LearnerRow(
        learnerRecord,
        rollout,
        activity,
        course,
        person,
        dueAt,
        next,
        count,
        completion,
        points,
        begunAt);
  }
}
