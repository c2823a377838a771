package org.uitrol.application.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.RowOutcome;
import org.uitrol.application.shared.RowOutcome.Result;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.training.CompletionRow.Progress;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.LearnerCommand;
import org.uitrol.domain.training.LearnerCommand.BeginCourse;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerRecord;

/**
 * Takes over a list of who finished which course, row by row: a row that is refused doesn't stop
 * the others, and the same list twice changes nothing. A list that brings the score of a finished
 * course, or another score, changes that. Who has only begun is noted as such; how far is not a
 * score.
 */
@Component
public class CompletionIntake {

  private final PersonReferences people;
  private final LearnerStore learners;
  private final RolloutIndex rollouts;
  private final Plans plans;
  private final CommandDesk desk;
  private final Streams streams;

  public CompletionIntake(
      PersonReferences people,
      LearnerStore learners,
      RolloutIndex rollouts,
      Plans plans,
      CommandDesk desk,
      Streams streams) {
    this.people = people;
    this.learners = learners;
    this.rollouts = rollouts;
    this.plans = plans;
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
    return each(rows, step -> desk.send(step.command(source, now), actor));
  }

  private record Step(LearnerRecordId learner, CompletionRow row, boolean begins) {

    LearnerCommand command(String source, Instant now) {
      Instant completedAt = row.completedAt();
      return completedAt == null || begins
          ? new BeginCourse(learner, source, now, now)
          : new CompleteCourse(learner, row.score(), row.passed(), source, completedAt, now);
    }
  }

  private interface Work {
    void on(Step step);
  }

  /** What earlier rows of the same list have told already. */
  private static final class Told {

    private final Map<LearnerRecordId, LearnerRecord.Result> results = new HashMap<>();
    private final Set<LearnerRecordId> begun = new HashSet<>();
  }

  private List<RowOutcome> each(List<CompletionRow> rows, Work work) {
    Told told = new Told();
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

  /** The course is finished, or begun, in every activity of the rollout that asks for it. */
  private Result take(CompletionRow row, Told told, Work work) {
    Result outcome = Result.UNCHANGED;
    for (LearnerRow learner : learners(row)) {
      Result one =
          switch (progress(row, learner)) {
            case NOT_BEGUN -> Result.UNCHANGED;
            case BEGUN -> begin(row, learner, told, work);
            case FINISHED -> finish(row, learner, told, work);
          };
      if (outcome != Result.ADDED && one != Result.UNCHANGED) {
        outcome = one;
      }
    }
    return outcome;
  }

  /** Who failed a course is to follow it again, while a test is over. */
  private Progress progress(CompletionRow row, LearnerRow learner) {
    return Boolean.FALSE.equals(row.passed())
            && plan(learner).filter(plan -> plan.skillMatrix().isTest(learner.course())).isEmpty()
        ? Progress.BEGUN
        : row.progress();
  }

  private static Result begin(CompletionRow row, LearnerRow learner, Told told, Work work) {
    if (learner.state() == LearnerRecord.State.COMPLETED
        || learner.begunAt() != null
        || told.results.containsKey(learner.learnerRecord())
        || !told.begun.add(learner.learnerRecord())) {
      return Result.UNCHANGED;
    }
    work.on(new Step(learner.learnerRecord(), row, true));
    return Result.CHANGED;
  }

  private Result finish(CompletionRow row, LearnerRow learner, Told told, Work work) {
    LearnerRecord.Result next =
        new LearnerRecord.Result(
            row.score(), row.passed(), Objects.requireNonNull(row.completedAt()), "");
    Optional<LearnerRecord.Result> known =
        Optional.ofNullable(told.results.get(learner.learnerRecord())).or(() -> known(learner));
    if (known.isPresent() && !known.get().yieldsTo(next)) {
      return Result.UNCHANGED;
    }
    work.on(new Step(learner.learnerRecord(), row, false));
    told.results.put(learner.learnerRecord(), next);
    return known.isPresent() ? Result.CHANGED : Result.ADDED;
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
    Instant completedAt = row.completedAt();
    if (completedAt != null && completedAt.isAfter(desk.now())) {
      throw new Rejected("COMPLETED_IN_FUTURE", Map.of("completedAt", completedAt));
    }
    PersonId person = people.find(row.who()).orElseThrow(() -> new Rejected("UNKNOWN_PERSON"));
    List<LearnerRow> followed =
        learners.ofPerson(person).stream()
            .filter(learner -> learner.state() != LearnerRecord.State.WITHDRAWN)
            .filter(learner -> row.campaign().isEmpty() || isIn(learner, row.campaign()))
            .toList();
    List<LearnerRow> found = named(followed, row.course());
    if (found.isEmpty()) {
      throw new Rejected("NOT_ENROLLED", Map.of("course", row.course()));
    }
    if (found.stream().map(LearnerRow::rollout).distinct().count() > 1
        || found.stream().map(LearnerRow::course).distinct().count() > 1) {
      throw new Rejected("COURSE_AMBIGUOUS", Map.of("course", row.course()));
    }
    return found;
  }

  /** Those by the key; else by what platforms call the course; else by its title. */
  private List<LearnerRow> named(List<LearnerRow> followed, String name) {
    List<LearnerRow> byKey =
        followed.stream().filter(learner -> learner.course().equals(name)).toList();
    if (!byKey.isEmpty()) {
      return byKey;
    }
    List<LearnerRow> byName = having(followed, course -> course.isNamed(name));
    return byName.isEmpty()
        ? having(
            followed,
            course -> course.title().in().values().stream().anyMatch(name::equalsIgnoreCase))
        : byName;
  }

  private List<LearnerRow> having(List<LearnerRow> followed, Predicate<CoursePlan> rule) {
    return followed.stream()
        .filter(
            learner ->
                plan(learner)
                    .map(plan -> plan.courses().get(learner.course()))
                    .filter(rule)
                    .isPresent())
        .toList();
  }

  private Optional<Plan> plan(LearnerRow learner) {
    return rollouts
        .find(learner.rollout())
        .map(entry -> plans.inForce(entry.campaign(), entry.planVersion()));
  }

  private boolean isIn(LearnerRow learner, String campaign) {
    return rollouts
        .find(learner.rollout())
        .map(entry -> entry.campaign().value().equals(campaign))
        .orElse(false);
  }
}
