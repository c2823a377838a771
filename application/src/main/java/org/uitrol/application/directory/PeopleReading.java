package org.uitrol.application.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.port.PeopleSource;
import org.uitrol.application.directory.port.PeopleStage;
import org.uitrol.application.directory.port.PeopleStage.Earlier;
import org.uitrol.application.shared.IdSource;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Puts the rows of a people file on a stage, some at a time, and refuses those that contradict an
 * earlier one. Of two rows with one number or address the first counts.
 */
final class PeopleReading implements PeopleSource.Rows {

  private final PeopleStage stages;
  private final StageId stage;
  private final IdSource ids;
  private final int atOnce;
  private final long mostRows;

  private final List<Waiting> waiting = new ArrayList<>();
  private final FirstProblems problems = new FirstProblems();
  private long rows;
  private int refused;
  private long lastRefused;

  private record Waiting(PersonRow row, @Nullable DepartmentId department) {}

  PeopleReading(PeopleStage stages, StageId stage, IdSource ids, int atOnce, long mostRows) {
    this.stages = stages;
    this.stage = stage;
    this.ids = ids;
    this.atOnce = atOnce;
    this.mostRows = mostRows;
  }

  @Override
  public void row(PersonRow row) {
    if (rows == mostRows) {
      throw new UnreadablePeopleFile(
          row.line(), "FILE_TOO_LONG", "a people file has at most " + mostRows + " rows");
    }
    rows++;
    waiting.add(
        new Waiting(row, DepartmentKeys.key(row.value(PersonField.DEPARTMENT)).orElse(null)));
    if (waiting.size() == atOnce) {
      place();
    }
  }

  /** Several problems of one row come one after the other. */
  @Override
  public void problem(RowProblem problem) {
    problems.add(problem);
    if (problem.refused() && problem.line() != lastRefused) {
      refused++;
      lastRefused = problem.line();
    }
  }

  /** To be called once, when all rows were told. */
  Findings end(List<String> ignoredColumns) {
    place();
    return new Findings(refused, problems.count(), problems.first(), ignoredColumns);
  }

  private void place() {
    if (waiting.isEmpty()) {
      return;
    }
    Seen seen = new Seen(earlier());
    List<StagedRow> accepted = new ArrayList<>();
    for (Waiting one : waiting) {
      if (one.department == null) {
        refuse(
            one.row,
            PersonField.DEPARTMENT,
            "DEPARTMENT_NAME_UNUSABLE",
            "the department's name needs a letter from a to z or a digit");
      } else {
        accepted(one.row, one.department, seen).ifPresent(accepted::add);
      }
    }
    stages.add(stage, accepted);
    waiting.clear();
  }

  private Earlier earlier() {
    return stages.earlier(stage, keys(PeopleReading::number), keys(PeopleReading::email), keys());
  }

  private List<String> keys(Function<PersonRow, String> key) {
    return waiting.stream().map(one -> key.apply(one.row)).filter(k -> !k.isEmpty()).toList();
  }

  private List<DepartmentId> keys() {
    return waiting.stream().flatMap(one -> Stream.ofNullable(one.department)).distinct().toList();
  }

  private Optional<StagedRow> accepted(PersonRow row, DepartmentId department, Seen seen) {
    @Nullable Long sameNumber = seen.lineByNumber.get(number(row));
    @Nullable Long sameEmail = seen.lineByEmail.get(email(row));
    String name = row.value(PersonField.DEPARTMENT);
    if (sameNumber != null) {
      refuse(
          row,
          PersonField.EMPLOYEE_NUMBER,
          "EMPLOYEE_NUMBER_TWICE",
          "the same employee number stands on line " + sameNumber);
      return Optional.empty();
    }
    if (sameEmail != null) {
      refuse(
          row,
          PersonField.EMAIL,
          "EMAIL_TWICE",
          "the same e-mail address stands on line " + sameEmail);
      return Optional.empty();
    }
    String spelling = seen.spelling.getOrDefault(department, name);
    if (!spelling.equalsIgnoreCase(name)) {
      refuse(
          row,
          PersonField.DEPARTMENT,
          "DEPARTMENT_NAMES_CLASH",
          "'%s' and '%s' would both become the department %s: give them one name or two that differ"
              .formatted(spelling, name, department));
      return Optional.empty();
    }
    seen.add(row, department, spelling);
    return Optional.of(new StagedRow(spelled(row, spelling), department, new PersonId(ids.next())));
  }

  private static PersonRow spelled(PersonRow row, String department) {
    Map<PersonField, String> cells = new EnumMap<>(PersonField.class);
    cells.putAll(row.cells());
    cells.put(PersonField.DEPARTMENT, department);
    return new PersonRow(row.line(), cells);
  }

  private void refuse(PersonRow row, PersonField field, String code, String reason) {
    problems.add(new RowProblem(row.line(), field.key(), code, reason, true));
    refused++;
  }

  private static String number(PersonRow row) {
    return EmployeeNumber.comparable(row.value(PersonField.EMPLOYEE_NUMBER));
  }

  private static String email(PersonRow row) {
    return row.value(PersonField.EMAIL);
  }

  /** What stands on the stage or will in a moment. */
  private static final class Seen {

    private final Map<String, Long> lineByNumber;
    private final Map<String, Long> lineByEmail;
    private final Map<DepartmentId, String> spelling;

    Seen(Earlier earlier) {
      lineByNumber = new HashMap<>(earlier.lineByNumber());
      lineByEmail = new HashMap<>(earlier.lineByEmail());
      spelling = new HashMap<>(earlier.spelling());
    }

    void add(PersonRow row, DepartmentId department, String name) {
      spelling.put(department, name);
      if (!number(row).isEmpty()) {
        lineByNumber.put(number(row), row.line());
      }
      if (!email(row).isEmpty()) {
        lineByEmail.put(email(row), row.line());
      }
    }
  }
}
