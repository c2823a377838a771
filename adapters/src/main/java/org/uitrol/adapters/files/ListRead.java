package org.uitrol.adapters.files;

import java.util.List;
import org.uitrol.application.directory.RowProblem;

/**
 * What a file or a message holds.
 *
 * @param rows those that are fine each by itself
 * @param problems of the rows that are left out
 * @param ignoredColumns columns that mean nothing to Uitrol, as the header spells them
 */
public record ListRead<R>(List<R> rows, List<RowProblem> problems, List<String> ignoredColumns) {

  public ListRead {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    ignoredColumns = List.copyOf(ignoredColumns);
  }
}
