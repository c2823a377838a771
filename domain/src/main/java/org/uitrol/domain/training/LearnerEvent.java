package org.uitrol.domain.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** What happened to a learner record. */
public sealed interface LearnerEvent extends DomainEvent {

  LearnerRecordId learnerRecord();

  /** {@code learner.enrolled}. */
  record LearnerEnrolled(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      Instant dueAt,
      List<Instant> remindAt,
      Instant at)
      implements LearnerEvent {

    public LearnerEnrolled {
      remindAt = List.copyOf(remindAt);
    }
  }

  /** {@code learner.completed}. */
  record CourseCompleted(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      @Nullable Double score,
      String source,
      Instant completedAt,
      Instant at)
      implements LearnerEvent {}

  /** {@code learner.scored}: the score of a finished course is known by now, or another one. */
  record CourseScored(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      double score,
      String source,
      Instant completedAt,
      Instant at)
      implements LearnerEvent {}

  /** {@code learner.reminded}. */
  record LearnerReminded(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      int number,
      Instant at)
      implements LearnerEvent {}

  /** {@code learner.overdue}: the deadline passed without a completion. */
  record CourseOverdue(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      Instant at)
      implements LearnerEvent {}

  /** {@code learner.withdrawn}. */
  record LearnerWithdrawn(LearnerRecordId learnerRecord, Instant at) implements LearnerEvent {}
}
