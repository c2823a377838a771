package org.uitrol.application.directory;

import java.util.List;

/**
 * What reading a people file found, before anybody looked whose its rows are.
 *
 * @param refused how many rows were left out
 * @param problemCount how many problems there are in all
 * @param problems the first {@link #KEPT_PROBLEMS} of them, by line
 * @param ignoredColumns columns that mean nothing to Uitrol, as the header spells them
 */
public record Findings(
    int refused, int problemCount, List<RowProblem> problems, List<String> ignoredColumns) {

  /** How many problems, departments and people of each kind a report names; all are counted. */
  public static final int KEPT_PROBLEMS = 500;

  public Findings {
    problems = List.copyOf(problems);
    ignoredColumns = List.copyOf(ignoredColumns);
  }
}
