package org.uitrol.domain.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerCommand.CheckDeadline;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerCommand.Enrol;
import org.uitrol.domain.training.LearnerCommand.RemindLearner;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerReminded;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;

/**
 * One person's progress in one course. Once completed it stays so, also after the deadline; only
 * its score may become known later, or be corrected.
 *
 * @param result when it was finished and with which score, by the latest news of it; null until
 *     then
 */
public record LearnerRecord(
    LearnerRecordId id,
    RolloutId rollout,
    String activity,
    String course,
    PersonId person,
    Instant dueAt,
    State state,
    Set<Integer> reminded,
    @Nullable Result result) {

  /** How far the person is. */
  public enum State {
    ENROLLED,
    OVERDUE,
    COMPLETED,
    WITHDRAWN
  }

  /** How a course ended. */
  public record Result(@Nullable Double score, Instant completedAt) {

    /** Whether another result tells more: a score, unless it is of an earlier attempt. */
    public boolean yieldsTo(Result other) {
      Double told = other.score;
      return told != null
          && !told.equals(score)
          && (score == null || !other.completedAt.isBefore(completedAt));
    }
  }

  public static List<LearnerEvent> enrol(@Nullable LearnerRecord learner, Enrol command) {
    if (learner != null && learner.state != State.WITHDRAWN) {
      return List.of();
    }
    return List.of(
        new LearnerEnrolled(
            command.learnerRecord(),
            command.rollout(),
            command.activity(),
            command.course(),
            command.person(),
            command.dueAt(),
            command.remindAt(),
            command.at()));
  }

  /**
   * A score outside 0 to 1 is refused: conditions compare it with shares. Of a finished course only
   * another score is news, unless it is of an earlier attempt than the one that is known.
   */
  public List<LearnerEvent> complete(CompleteCourse command) {
    Double score = command.score();
    if (score != null && !(score >= 0 && score <= 1)) {
      throw new Rejected("SCORE_OUT_OF_RANGE", Map.of("score", score));
    }
    if (state == State.COMPLETED) {
      return score != null
              && result != null
              && result.yieldsTo(new Result(score, command.completedAt()))
          ? List.of(
              new CourseScored(
                  id,
                  rollout,
                  activity,
                  course,
                  person,
                  score,
                  command.source(),
                  command.completedAt(),
                  command.at()))
          : List.of();
    }
    return List.of(
        new CourseCompleted(
            id,
            rollout,
            activity,
            course,
            person,
            score,
            command.source(),
            command.completedAt(),
            command.at()));
  }

  /** A reminder that comes up after the deadline is not sent. */
  public List<LearnerEvent> remind(RemindLearner command) {
    if (state != State.ENROLLED
        || reminded.contains(command.number())
        || !command.at().isBefore(dueAt)) {
      return List.of();
    }
    return List.of(
        new LearnerReminded(id, rollout, activity, course, person, command.number(), command.at()));
  }

  public List<LearnerEvent> checkDeadline(CheckDeadline command) {
    if (state != State.ENROLLED || command.at().isBefore(dueAt)) {
      return List.of();
    }
    return List.of(new CourseOverdue(id, rollout, activity, course, person, command.at()));
  }

  public List<LearnerEvent> withdraw(Withdraw command) {
    return state == State.COMPLETED || state == State.WITHDRAWN
        ? List.of()
        : List.of(new LearnerWithdrawn(id, command.at()));
  }

  /** The state after one event; the first one begins it. */
  public static LearnerRecord evolve(@Nullable LearnerRecord learner, LearnerEvent event) {
    if (event instanceof LearnerEnrolled enrolled) {
      return new LearnerRecord(
          enrolled.learnerRecord(),
          enrolled.rollout(),
          enrolled.activity(),
          enrolled.course(),
          enrolled.person(),
          enrolled.dueAt(),
          State.ENROLLED,
          Set.of(),
          null);
    }
    if (learner == null) {
      throw new IllegalStateException("a learner record can't begin with " + event);
    }
    if (event instanceof CourseCompleted completed) {
      return learner.completed(new Result(completed.score(), completed.completedAt()));
    } else if (event instanceof CourseScored scored) {
      return learner.completed(new Result(scored.score(), scored.completedAt()));
    } else if (event instanceof CourseOverdue) {
      return learner.with(State.OVERDUE, learner.reminded);
    } else if (event instanceof LearnerReminded reminder) {
      return learner.with(learner.state, Copies.with(learner.reminded, reminder.number()));
    } else if (event instanceof LearnerWithdrawn) {
      return learner.with(State.WITHDRAWN, learner.reminded);
    }
    throw new IllegalStateException("a learner record doesn't know " + event);
  }

  private LearnerRecord completed(Result how) {
    return new LearnerRecord(
        id, rollout, activity, course, person, dueAt, State.COMPLETED, reminded, how);
  }

  private LearnerRecord with(State nextState, Set<Integer> nextReminded) {
    return new LearnerRecord(
        id, rollout, activity, course, person, dueAt, nextState, nextReminded, result);
  }
}
