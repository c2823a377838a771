package org.uitrol.application.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.RowOutcome;
import org.uitrol.application.shared.RowOutcome.Result;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerRecord;

/**
 * Takes over a list of who finished which course, row by row: a row that is refused doesn't stop
 * the others, and the same list twice changes nothing. A list that brings the score of a finished
 * course, or another score, changes that.
 */
@Component
public class CompletionIntake {

  private final PersonReferences people;
  private final LearnerStore learners;
  private final RolloutIndex rollouts;
  private final CommandDesk desk;
  private final Streams streams;

  public CompletionIntake(
      PersonReferences people,
      LearnerStore learners,
      RolloutIndex rollouts,
      CommandDesk desk,
      Streams streams) {
    this.people = people;
    this.learners = learners;
    this.rollouts = rollouts;
    this.desk = desk;
    this.streams = streams;
  }

  /** Tells what the list would change; changes nothing. */
  public List<RowOutcome> preview(List<CompletionRow> rows) {
    return each(rows, command -> {});
  }

  /**
   * Notes the completions.
   *
   * @param source where they are from, for instance {@code csv}
   */
  public List<RowOutcome> take(List<CompletionRow> rows, String source, Actor actor) {
    Instant now = desk.now();
    return each(
        rows,
        command ->
            desk.send(
                new CompleteCourse(
                    command.learner(),
                    command.row().score(),
                    source,
                    command.row().completedAt(),
                    now),
                actor));
  }

  private record Step(LearnerRecordId learner, CompletionRow row) {}

  private interface Work {
    void on(Step step);
  }

  private List<RowOutcome> each(List<CompletionRow> rows, Work work) {
    Map<LearnerRecordId, LearnerRecord.Result> told = new HashMap<>();
    List<RowOutcome> outcomes = new ArrayList<>();
    for (CompletionRow row : rows) {
      try {
        outcomes.add(RowOutcome.of(row.line(), row.who(), take(row, told, work)));
      } catch (Rejected refused) {
        outcomes.add(RowOutcome.refused(row.line(), row.who(), refused.code(), refused.facts()));
      }
    }
    return outcomes;
  }

  /** The course is finished in every activity of the rollout that asks for it. */
  private Result take(
      CompletionRow row, Map<LearnerRecordId, LearnerRecord.Result> told, Work work) {
    Result outcome = Result.UNCHANGED;
    for (LearnerRow learner : learners(row)) {
      LearnerRecord.Result next = new LearnerRecord.Result(row.score(), row.completedAt());
      Optional<LearnerRecord.Result> known =
          Optional.ofNullable(told.get(learner.learnerRecord())).or(() -> known(learner));
      if (known.isPresent() && !known.get().yieldsTo(next)) {
        continue;
      }
      work.on(new Step(learner.learnerRecord(), row));
      told.put(learner.learnerRecord(), next);
      if (outcome != Result.ADDED) {
        outcome = known.isPresent() ? Result.CHANGED : Result.ADDED;
      }
    }
    return outcome;
  }

  /** How a course ended, if it did. */
  private Optional<LearnerRecord.Result> known(LearnerRow learner) {
    return learner.state() == LearnerRecord.State.COMPLETED
        ? streams
            .state(learner.learnerRecord(), LearnerEvent.class, LearnerRecord::evolve)
            .map(LearnerRecord::result)
        : Optional.empty();
  }

  private List<LearnerRow> learners(CompletionRow row) {
    if (row.completedAt().isAfter(desk.now())) {
      throw new Rejected("COMPLETED_IN_FUTURE", Map.of("completedAt", row.completedAt()));
    }
    PersonId person = people.find(row.who()).orElseThrow(() -> new Rejected("UNKNOWN_PERSON"));
    List<LearnerRow> found =
        learners.ofPerson(person).stream()
            .filter(learner -> learner.course().equals(row.course()))
            .filter(learner -> learner.state() != LearnerRecord.State.WITHDRAWN)
            .filter(learner -> row.campaign().isEmpty() || isIn(learner, row.campaign()))
            .toList();
    if (found.isEmpty()) {
      throw new Rejected("NOT_ENROLLED", Map.of("course", row.course()));
    }
    if (found.stream().map(LearnerRow::rollout).distinct().count() > 1) {
      throw new Rejected("COURSE_AMBIGUOUS", Map.of("course", row.course()));
    }
    return found;
  }

  private boolean isIn(LearnerRow learner, String campaign) {
    return rollouts
        .find(learner.rollout())
        .map(entry -> entry.campaign().value().equals(campaign))
        .orElse(false);
  }
}
