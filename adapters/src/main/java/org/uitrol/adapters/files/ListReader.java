package org.uitrol.adapters.files;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;

/** Reads a table in which each row is about one person. */
abstract class ListReader<R> implements TableFile.Rows {

  /** Either an e-mail address or an employee number. */
  static final String PERSON = "person";

  static final String EMAIL = "e-mail";
  static final String NUMBER = "employee number";

  private static final int LONGEST_CELL = 254;

  private final List<R> rows = new ArrayList<>();
  private final List<RowProblem> problems = new ArrayList<>();
  private @Nullable NamedColumns columns;

  /**
   * Reads a whole file.
   *
   * @throws UnreadablePeopleFile when it is no table, is broken somewhere or lacks a column
   */
  final ListRead<R> read(byte[] bytes) {
    TableFile.of(() -> new ByteArrayInputStream(bytes)).read(this);
    return found();
  }

  /** What was read so far. */
  final ListRead<R> found() {
    return new ListRead<>(rows, problems, columns == null ? List.of() : columns.ignored());
  }

  /** The names of the columns beside those that say who it is. */
  abstract Map<String, List<String>> names();

  /** What else a column is called that says who it is. */
  List<String> whoElse() {
    return List.of();
  }

  /** Makes sure that what is needed is there. */
  abstract void require(NamedColumns found);

  /** A row, or nothing when a problem was told. */
  abstract Optional<R> row(Cells cells);

  @Override
  public final void header(List<String> header, long line) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    List<String> who =
        new ArrayList<>(
            List.of(
                PERSON,
                "who",
                "participant",
                "employee",
                "persoon",
                "wie",
                "deelnemer",
                "medewerker"));
    who.addAll(whoElse());
    all.put(PERSON, who);
    all.put(EMAIL, PeopleColumns.namesOf(PersonField.EMAIL));
    all.put(NUMBER, PeopleColumns.namesOf(PersonField.EMPLOYEE_NUMBER));
    all.putAll(names());
    NamedColumns found = new NamedColumns(header, line, all);
    found.requireOneOf(NUMBER, EMAIL, PERSON);
    require(found);
    columns = found;
  }

  @Override
  public final void row(long line, List<String> row) {
    if (columns != null) {
      row(new Cells(columns, line, row)).ifPresent(rows::add);
    }
  }

  @Override
  public final void problem(RowProblem problem) {
    problems.add(problem);
  }

  /** The cells of one row. */
  final class Cells {

    private final NamedColumns columns;
    private final long line;
    private final List<String> row;

    Cells(NamedColumns columns, long line, List<String> row) {
      this.columns = columns;
      this.line = line;
      this.row = row;
    }

    long line() {
      return line;
    }

    String cell(String column) {
      return columns.cell(row, column);
    }

    /** Who it is; nothing, and a problem, when the row doesn't say. */
    Optional<String> who() {
      Optional<String> who =
          Stream.of(NUMBER, EMAIL, PERSON).map(this::cell).filter(c -> !c.isEmpty()).findFirst();
      if (who.isEmpty()) {
        refuse(
            "", "IDENTITY_MISSING", "the row has neither an employee number nor an e-mail address");
      } else if (who.get().length() > LONGEST_CELL) {
        refuse("", "CELL_TOO_LONG", "who it is takes more than " + LONGEST_CELL + " characters");
        return Optional.empty();
      }
      return who;
    }

    void refuse(String column, String code, String reason) {
      problems.add(
          new RowProblem(
              line, column.isEmpty() ? "" : columns.titleOf(column), code, reason, true));
    }
  }
}
