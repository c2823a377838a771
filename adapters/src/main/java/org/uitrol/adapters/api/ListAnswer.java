package org.uitrol.adapters.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.shared.RowOutcome;
import org.uitrol.application.shared.RowOutcome.Result;

/**
 * What came, or would come, of a list, row by row. It doesn't repeat who a row is about.
 *
 * @param preview whether nothing was changed
 * @param rows by line
 * @param ignoredColumns columns that mean nothing to Uitrol, as the header spells them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListAnswer(
    boolean preview,
    int added,
    int changed,
    int unchanged,
    int refused,
    List<Row> rows,
    List<String> ignoredColumns) {

  public ListAnswer {
    rows = List.copyOf(rows);
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  /**
   * One row.
   *
   * @param line in the file, or the number of the item in a message; counted from 1
   * @param result added, changed, unchanged or refused
   * @param column that is meant, of a file
   * @param code why it was refused
   * @param reason the same in English
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      long line,
      String result,
      @Nullable String column,
      @Nullable String code,
      @Nullable String reason,
      @Nullable Map<String, Object> facts) {}

  /** Puts together what was wrong with rows by themselves and what came of the others. */
  public static ListAnswer of(
      boolean preview,
      List<RowOutcome> outcomes,
      List<RowProblem> problems,
      List<String> ignoredColumns) {
    List<Row> rows = new ArrayList<>();
    outcomes.forEach(outcome -> rows.add(row(outcome)));
    problems.forEach(
        problem ->
            rows.add(
                new Row(
                    problem.line(),
                    "refused",
                    problem.column().isEmpty() ? null : problem.column(),
                    problem.code(),
                    problem.reason(),
                    null)));
    rows.sort(Comparator.comparingLong(Row::line));
    return new ListAnswer(
        preview,
        count(outcomes, Result.ADDED),
        count(outcomes, Result.CHANGED),
        count(outcomes, Result.UNCHANGED),
        count(outcomes, Result.REFUSED) + problems.size(),
        rows,
        ignoredColumns);
  }

  private static Row row(RowOutcome outcome) {
    return new Row(
        outcome.line(),
        outcome.result().name().toLowerCase(Locale.ROOT),
        null,
        outcome.code().isEmpty() ? null : outcome.code(),
        null,
        outcome.facts().isEmpty() ? null : Problems.plain(outcome.facts()));
  }

  private static int count(List<RowOutcome> outcomes, Result result) {
    return (int) outcomes.stream().filter(outcome -> outcome.result() == result).count();
  }
}
