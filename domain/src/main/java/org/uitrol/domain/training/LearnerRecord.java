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
import org.uitrol.domain.training.LearnerCommand.BeginCourse;
import org.uitrol.domain.training.LearnerCommand.CheckDeadline;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerCommand.Enrol;
import org.uitrol.domain.training.LearnerCommand.RemindLearner;
import org.uitrol.domain.training.LearnerCommand.TakeResultBack;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.domain.training.LearnerEvent.CourseBegun;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseJudged;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerReminded;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;

/**
 * One person's progress in one course. Once completed it stays so, also after the deadline; only
 * its score may become known later, or be corrected. What a source told it may take back: then what
 * others told before counts again.
 *
 * @param begun whether whoever teaches it has told of a beginning
 * @param told what was told of its end, each of which was news at the time
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
    boolean begun,
    List<Result> told) {

  public LearnerRecord {
    told = List.copyOf(told);
  }

  /** How far the person is. */
  public enum State {
    ENROLLED,
    OVERDUE,
    COMPLETED,
    WITHDRAWN
  }

  /**
   * How a course ended.
   *
   * @param passed as whoever teaches it says; null where nobody says so
   * @param source who told it
   */
  public record Result(
      @Nullable Double score, @Nullable Boolean passed, Instant completedAt, String source) {

    /** Whether another result tells more: a score, unless it is of an earlier attempt. */
    public boolean yieldsTo(Result other) {
      Double told = other.score;
      if (told == null) {
        return score == null && passed == null && other.passed != null;
      }
      return !told.equals(score) && (score == null || !other.completedAt.isBefore(completedAt));
    }
  }

  /** When it was finished and with which score, by the latest news of it; null until then. */
  public @Nullable Result result() {
    return told.isEmpty() ? null : told.get(told.size() - 1);
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

  /** Only the first that is heard of it is news. */
  public List<LearnerEvent> begin(BeginCourse command) {
    return begun || state == State.COMPLETED || state == State.WITHDRAWN
        ? List.of()
        : List.of(
            new CourseBegun(
                id,
                rollout,
                activity,
                course,
                person,
                command.source(),
                command.begunAt(),
                command.at()));
  }

  /**
   * A score outside 0 to 1 is refused: conditions compare it with shares. Of a finished course only
   * another score is news, unless it is of an earlier attempt than the one that is known, or that
   * it was passed or not where nothing was known.
   */
  public List<LearnerEvent> complete(CompleteCourse command) {
    Double score = command.score();
    Boolean passed = command.passed();
    if (score != null && !(score >= 0 && score <= 1)) {
      throw new Rejected("SCORE_OUT_OF_RANGE", Map.of("score", score));
    }
    Result known = state == State.COMPLETED ? result() : null;
    if (known == null) {
      return List.of(
          new CourseCompleted(
              id,
              rollout,
              activity,
              course,
              person,
              score,
              passed,
              command.source(),
              command.completedAt(),
              command.at()));
    }
    if (!known.yieldsTo(new Result(score, passed, command.completedAt(), command.source()))) {
      return List.of();
    }
    if (score != null) {
      return List.of(
          new CourseScored(
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
    return passed == null
        ? List.of()
        : List.of(
            new CourseJudged(
                id,
                rollout,
                activity,
                course,
                person,
                passed,
                command.source(),
                command.completedAt(),
                command.at()));
  }

  /**
   * What others told remains. Where nothing remains the course is to be finished again, and is late
   * at once when its deadline has passed.
   */
  public List<LearnerEvent> takeBack(TakeResultBack command) {
    if (told.stream().noneMatch(one -> one.source().equals(command.source()))) {
      return List.of();
    }
    Result left = remaining(command.source());
    ResultWithdrawn withdrawn =
        new ResultWithdrawn(
            id,
            rollout,
            activity,
            course,
            person,
            command.source(),
            left == null ? null : left.score(),
            left == null ? null : left.passed(),
            left == null ? null : left.completedAt(),
            command.at());
    return left != null || state != State.COMPLETED || command.at().isBefore(dueAt)
        ? List.of(withdrawn)
        : List.of(
            withdrawn, new CourseOverdue(id, rollout, activity, course, person, command.at()));
  }

  private @Nullable Result remaining(String withoutSource) {
    List<Result> rest = without(withoutSource);
    return rest.isEmpty() ? null : rest.get(rest.size() - 1);
  }

  private List<Result> without(String source) {
    return told.stream().filter(one -> !one.source().equals(source)).toList();
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
          false,
          List.of());
    }
    if (learner == null) {
      throw new IllegalStateException("a learner record can't begin with " + event);
    }
    if (event instanceof CourseCompleted completed) {
      return learner.completed(
          new Result(
              completed.score(), completed.passed(), completed.completedAt(), completed.source()));
    } else if (event instanceof CourseScored scored) {
      return learner.completed(
          new Result(scored.score(), null, scored.completedAt(), scored.source()));
    } else if (event instanceof CourseJudged judged) {
      return learner.completed(
          new Result(null, judged.passed(), judged.completedAt(), judged.source()));
    } else if (event instanceof ResultWithdrawn withdrawn) {
      return learner.takenBack(withdrawn);
    } else if (event instanceof CourseBegun) {
      return new LearnerRecord(
          learner.id,
          learner.rollout,
          learner.activity,
          learner.course,
          learner.person,
          learner.dueAt,
          learner.state,
          learner.reminded,
          true,
          learner.told);
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
    return with(State.COMPLETED, Copies.with(told, how));
  }

  private LearnerRecord takenBack(ResultWithdrawn withdrawn) {
    boolean undone = state == State.COMPLETED && withdrawn.completedAt() == null;
    return with(undone ? State.ENROLLED : state, without(withdrawn.source()));
  }

  private LearnerRecord with(State nextState, List<Result> nextTold) {
    return new LearnerRecord(
        id, rollout, activity, course, person, dueAt, nextState, reminded, begun, nextTold);
  }

  private LearnerRecord with(State nextState, Set<Integer> nextReminded) {
    return new LearnerRecord(
        id, rollout, activity, course, person, dueAt, nextState, nextReminded, begun, told);
  }
}
