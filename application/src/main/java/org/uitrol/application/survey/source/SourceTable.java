package org.uitrol.application.survey.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.domain.survey.source.SourceColumn;
import org.uitrol.domain.survey.source.Wording;

/**
 * An export as it was read.
 *
 * @param problems rows that can't be read, which are left out
 */
public record SourceTable(
    List<SourceColumn> columns, List<Response> rows, List<RowProblem> problems) {

  public SourceTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /** The text says nothing of the answers, so that none can reach a log. */
  @Override
  public String toString() {
    return "SourceTable";
  }

  /** Whether there is a column of that name. */
  boolean has(String column) {
    String key = Wording.key(column);
    return columns.stream().anyMatch(one -> Wording.key(one.name()).equals(key));
  }

  /**
   * One response.
   *
   * @param line where it stands, counted from 1
   * @param cells what stands in each column, by the key of its name
   */
  public record Response(long line, Map<String, String> cells) {

    public Response {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** The text says nothing of the answers, so that none can reach a log. */
    @Override
    public String toString() {
      return "Response";
    }

    /** What stands in a column, without white space around it; empty when nothing does. */
    public String cell(String column) {
      return column.isEmpty() ? "" : cells.getOrDefault(Wording.key(column), "").strip();
    }
  }
}
