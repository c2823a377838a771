package org.uitrol.application.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.directory.port.PeopleStage;
import org.uitrol.application.directory.port.PeopleStage.Absent;
import org.uitrol.application.directory.port.PeopleStage.Dropped;
import org.uitrol.application.directory.port.PeopleStage.StagedDepartment;
import org.uitrol.application.directory.port.PeopleStage.StagedFile;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;

/**
 * Works out what the rows on a stage mean for the people who are known, some at a time. Changes
 * nothing but the stage.
 */
final class PeopleSurvey {

  private final PersonVault vault;
  private final PeopleStage stages;
  private final StageId stage;
  private final OneTransaction transaction;
  private final int atOnce;

  PeopleSurvey(
      PersonVault vault,
      PeopleStage stages,
      StageId stage,
      OneTransaction transaction,
      int atOnce) {
    this.vault = vault;
    this.stages = stages;
    this.stage = stage;
    this.transaction = transaction;
    this.atOnce = atOnce;
  }

  StageId stage() {
    return stage;
  }

  /** Finds out whose each row is, and what all of them would do. */
  ImportReport match() {
    return match(Long.MAX_VALUE).report();
  }

  /**
   * As {@link #match()}.
   *
   * @param upTo a line of the file
   * @return with how many rows up to that line, it included, tell something new
   */
  Matched match(long upTo) {
    Tally tally = new Tally(upTo);
    transaction.run(
        () -> {
          tally.dropped(stages.match(stage), PeopleSurvey::addressTaken);
          tally.dropped(stages.dropErased(stage), PeopleSurvey::erased);
        });
    for (List<PersonStep> some = steps(0); !some.isEmpty(); some = steps(line(some))) {
      some.forEach(tally::add);
    }
    return new Matched(report(tally), tally.early);
  }

  /** What the file means, and how much of it stands at its beginning. */
  record Matched(ImportReport report, int newsUpToLine) {}

  /** What should become of the next people after a line. */
  List<PersonStep> steps(long afterLine) {
    return steps(stages.rows(stage, afterLine, atOnce));
  }

  /** What should become of the next people whom nobody knows yet. */
  List<PersonStep> newcomers(long afterLine) {
    return steps(stages.newcomers(stage, afterLine, atOnce));
  }

  /** The next departments after a line. */
  List<StagedDepartment> departments(long afterLine) {
    return stages.departments(stage, afterLine, atOnce);
  }

  static long line(List<PersonStep> steps) {
    return steps.get(steps.size() - 1).row().line();
  }

  private List<PersonStep> steps(List<MatchedRow> rows) {
    Map<PersonId, PersonalData> known =
        vault.findAll(
            rows.stream()
                .filter(MatchedRow::known)
                .map(MatchedRow::person)
                .collect(Collectors.toSet()));
    return rows.stream().map(row -> PersonStep.of(row, known.get(row.person()))).toList();
  }

  private ImportReport report(Tally tally) {
    StagedFile file =
        stages.find(stage).orElseThrow(() -> new IllegalStateException("the stage was forgotten"));
    Findings findings = file.findings();
    tally.problems.addAll(findings.problems(), findings.problemCount());
    Absent absent = stages.absent(stage, Findings.KEPT_PROBLEMS);
    return new ImportReport(
        file.hash(),
        new ImportCounts(
            tally.added,
            tally.changed,
            tally.unchanged,
            findings.refused() + tally.dropped,
            absent.count()),
        tally.problems.first(),
        tally.problems.count(),
        findings.ignoredColumns(),
        newDepartments(),
        absent.first(),
        true);
  }

  private List<String> newDepartments() {
    List<String> names = new ArrayList<>();
    List<StagedDepartment> some = departments(0);
    while (!some.isEmpty() && names.size() < Findings.KEPT_PROBLEMS) {
      some.stream().filter(one -> !one.known()).map(StagedDepartment::name).forEach(names::add);
      some = departments(some.get(some.size() - 1).line());
    }
    return names.subList(0, Math.min(names.size(), Findings.KEPT_PROBLEMS));
  }

  private static final class Tally {

    private final FirstProblems problems = new FirstProblems();
    private final long upTo;
    private int added;
    private int changed;
    private int unchanged;
    private int dropped;
    private int early;

    Tally(long upTo) {
      this.upTo = upTo;
    }

    void dropped(Dropped rows, LongFunction<RowProblem> why) {
      dropped += rows.count();
      problems.addAll(
          rows.firstLines().stream().map(line -> why.apply(line)).toList(), rows.count());
    }

    void add(PersonStep step) {
      if (step.isNew()) {
        added++;
      } else if (step.isNewsOfKnown()) {
        changed++;
      } else {
        unchanged++;
      }
      if (step.isNews() && step.row().line() <= upTo) {
        early++;
      }
      step.warning().ifPresent(problems::add);
    }
  }

  private static RowProblem erased(long line) {
    return new RowProblem(
        line,
        PersonField.EMPLOYEE_NUMBER.key(),
        "PERSON_ERASED",
        "this is somebody who was erased; an administrator can let them in again",
        true);
  }

  private static RowProblem addressTaken(long line) {
    return new RowProblem(
        line,
        PersonField.EMAIL.key(),
        "EMAIL_TAKEN",
        "the e-mail address belongs to a known person who isn't in this file",
        true);
  }
}
