package org.uitrol.application.adoption;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.domain.adoption.UsageLayout;

/**
 * A report of use as it was read.
 *
 * @param hash SHA-256 of the file
 * @param refreshedOn the day of the report
 * @param problems rows that can't be right; a report with any isn't taken over
 * @param ignoredColumns columns that mean nothing to Uitrol, as the header spells them
 */
public record UsageReport(
    UsageLayout layout,
    String hash,
    LocalDate refreshedOn,
    List<UsageRow> rows,
    List<RowProblem> problems,
    List<String> ignoredColumns) {

  public UsageReport {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  /** The first day that it is about; null when it tells no period. */
  public @Nullable LocalDate from() {
    return rows.stream()
        .map(UsageRow::from)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The last day that it is about. */
  public LocalDate until() {
    return rows.stream().map(UsageRow::until).max(Comparator.naturalOrder()).orElse(refreshedOn);
  }

  /**
   * Makes sure that every row is right: a report comes from a machine, so that one wrong row means
   * that the others aren't to be trusted either.
   *
   * @throws UnreadablePeopleFile that tells of the first problem
   */
  public void requireSound() {
    if (!problems.isEmpty()) {
      RowProblem first = problems.get(0);
      String where = first.column().isEmpty() ? "" : "column '" + first.column() + "' ";
      throw new UnreadablePeopleFile(first.line(), first.code(), where + first.reason());
    }
  }
}
