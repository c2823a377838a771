package org.uitrol.adapters.files;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.survey.source.SourceTable;
import org.uitrol.application.survey.source.SourceTable.Response;
import org.uitrol.domain.survey.source.ColumnRole;
import org.uitrol.domain.survey.source.SourceColumn;
import org.uitrol.domain.survey.source.SourceKind;
import org.uitrol.domain.survey.source.Wording;

/**
 * Responses as a form elsewhere exports them: of Microsoft Forms and LimeSurvey as Excel or CSV, of
 * Formbricks also as JSON.
 */
public final class SurveyExport implements TableFile.Rows {

  /** How many responses an export may hold. */
  static final int MOST_ROWS = 50_000;

  private static final int MOST_VALUES = 40;
  private static final int LONGEST_VALUE = 300;

  private final SourceKind kind;
  private final List<Column> columns = new ArrayList<>();
  private final List<Response> rows = new ArrayList<>();
  private final List<RowProblem> problems = new ArrayList<>();

  private SurveyExport(SourceKind kind) {
    this.kind = kind;
  }

  private record Column(
      String name, String title, String key, ColumnRole role, Set<String> values) {

    void saw(String value) {
      boolean answer = role == ColumnRole.ANSWER || role == ColumnRole.DEPARTMENT;
      if (answer && values.size() < MOST_VALUES && value.length() <= LONGEST_VALUE) {
        values.add(value);
      }
    }
  }

  /**
   * Reads an export.
   *
   * @throws UnreadablePeopleFile when it is no table or is broken somewhere
   */
  public static SourceTable read(SourceKind kind, byte[] bytes) {
    if (kind == SourceKind.FORMBRICKS && FormbricksJson.is(bytes)) {
      return FormbricksJson.read(bytes);
    }
    SurveyExport export = new SurveyExport(kind);
    if (Workbook.is(bytes)) {
      Workbook.read(bytes, export);
    } else {
      TableFile.of(() -> new ByteArrayInputStream(bytes)).read(export);
    }
    return export.table();
  }

  @Override
  public void header(List<String> names, long line) {
    Map<String, Integer> seen = new HashMap<>();
    for (String header : names) {
      SurveyColumns.Named named = SurveyColumns.named(kind, NamedColumns.plain(header));
      int times = seen.merge(Wording.key(named.name()), 1, Integer::sum);
      String name = times == 1 ? named.name() : named.name() + " (" + times + ")";
      String key = Wording.key(name);
      columns.add(
          new Column(
              name,
              named.title(),
              key,
              key.isEmpty() ? ColumnRole.ASIDE : SurveyColumns.role(name),
              new LinkedHashSet<>()));
    }
    if (columns.stream().allMatch(column -> column.key().isEmpty())) {
      throw new UnreadablePeopleFile(line, "FILE_EMPTY", "the header is empty");
    }
  }

  @Override
  public void row(long line, List<String> cells) {
    if (rows.size() == MOST_ROWS) {
      throw new UnreadablePeopleFile(
          line, "TOO_MANY_RESPONSES", "the export holds over " + MOST_ROWS + " responses");
    }
    Map<String, String> byKey = new LinkedHashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      Column column = columns.get(at);
      String cell = NamedColumns.plain(cells.get(at));
      if (!cell.isEmpty() && !column.key().isEmpty()) {
        column.saw(cell);
        byKey.put(column.key(), cell);
      }
    }
    rows.add(new Response(line, byKey));
  }

  @Override
  public void problem(RowProblem problem) {
    problems.add(problem);
  }

  private SourceTable table() {
    List<SourceColumn> found = new ArrayList<>();
    String person =
        columns.stream()
            .filter(column -> column.role() == ColumnRole.PERSON)
            .min(Comparator.comparingInt(column -> SurveyColumns.rank(column.name())))
            .map(Column::name)
            .orElse("");
    Set<ColumnRole> once = new LinkedHashSet<>();
    for (Column column : columns) {
      ColumnRole role = column.role();
      boolean another = role == ColumnRole.PERSON && !column.name().equals(person);
      boolean again =
          role != ColumnRole.PERSON
              && role != ColumnRole.ANSWER
              && role != ColumnRole.ASIDE
              && !once.add(role);
      if (!column.key().isEmpty()) {
        found.add(
            new SourceColumn(
                column.name(),
                column.title(),
                another ? ColumnRole.ASIDE : again ? ColumnRole.ANSWER : role,
                List.copyOf(column.values())));
      }
    }
    return new SourceTable(found, rows, problems);
  }
}
