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

  /** {@code learner.begun}: the first that is heard of it. */
  record CourseBegun(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      String source,
      Instant begunAt,
      Instant at)
      implements LearnerEvent {}

  /**
   * {@code learner.completed}.
   *
   * @param passed as whoever teaches it says; null where nobody said so
   */
  record CourseCompleted(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      @Nullable Double score,
      @Nullable Boolean passed,
      String source,
      Instant completedAt,
      Instant at)
      implements LearnerEvent {

    /** Of which nobody says whether it was passed. */
    public CourseCompleted(
        LearnerRecordId learnerRecord,
        RolloutId rollout,
        String activity,
        String course,
        PersonId person,
        @Nullable Double score,
        String source,
        Instant completedAt,
        Instant at) {
      this(learnerRecord, rollout, activity, course, person, score, null, source, completedAt, at);
    }
  }

  /**
   * {@code learner.judged}: whoever teaches a finished course says, without a score, whether it was
   * passed.
   */
  record CourseJudged(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      boolean passed,
      String source,
      Instant completedAt,
      Instant at)
      implements LearnerEvent {}

  /**
   * {@code learner.result-withdrawn}: what one source told isn't true.
   *
   * @param score what remains of what others told
   * @param passed as whoever teaches it says, of what remains
   * @param completedAt when it was finished, by what remains; null when it isn't finished
   */
  record ResultWithdrawn(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      String source,
      @Nullable Double score,
      @Nullable Boolean passed,
      @Nullable Instant completedAt,
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
