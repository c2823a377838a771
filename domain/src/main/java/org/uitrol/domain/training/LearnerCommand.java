package org.uitrol.domain.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** What can be asked of a learner record. */
public sealed interface LearnerCommand extends Command {

  LearnerRecordId learnerRecord();

  @Override
  default LearnerRecordId target() {
    return learnerRecord();
  }

  /** Enrols a person in a course. */
  record Enrol(
      LearnerRecordId learnerRecord,
      RolloutId rollout,
      String activity,
      String course,
      PersonId person,
      Instant dueAt,
      List<Instant> remindAt,
      Instant at)
      implements LearnerCommand {

    public Enrol {
      remindAt = List.copyOf(remindAt);
    }
  }

  /**
   * Whoever teaches the course tells that the person has begun it.
   *
   * @param source where it was learnt from
   * @param begunAt when it was begun; {@code at} is when Uitrol heard of it
   */
  record BeginCourse(LearnerRecordId learnerRecord, String source, Instant begunAt, Instant at)
      implements LearnerCommand {}

  /**
   * The person has finished the course, or the score of a finished one is told.
   *
   * @param score between 0 and 1, if there is one
   * @param passed whether it was passed, as whoever teaches it says; null where nobody says so
   * @param source where it was learnt from, for instance {@code attendance} or {@code csv}
   * @param completedAt when it was finished; {@code at} is when Uitrol heard of it
   */
  record CompleteCourse(
      LearnerRecordId learnerRecord,
      @Nullable Double score,
      @Nullable Boolean passed,
      String source,
      Instant completedAt,
      Instant at)
      implements LearnerCommand {

    /** Of a course that is finished and no more. */
    public CompleteCourse(
        LearnerRecordId learnerRecord,
        @Nullable Double score,
        String source,
        Instant completedAt,
        Instant at) {
      this(learnerRecord, score, null, source, completedAt, at);
    }
  }

  /** What one source told of the course isn't true. */
  record TakeResultBack(LearnerRecordId learnerRecord, String source, Instant at)
      implements LearnerCommand {}

  /** Reminds the person; the number counts from 1. */
  record RemindLearner(LearnerRecordId learnerRecord, int number, Instant at)
      implements LearnerCommand {}

  /** The deadline has come. */
  record CheckDeadline(LearnerRecordId learnerRecord, Instant at) implements LearnerCommand {}

  /** The person no longer has to follow the course. */
  record Withdraw(LearnerRecordId learnerRecord, Instant at) implements LearnerCommand {}
}
