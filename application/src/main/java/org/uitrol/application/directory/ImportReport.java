package org.uitrol.application.directory;

import java.util.List;
import org.uitrol.domain.shared.PersonId;

/**
 * What a people file would do, or did.
 *
 * @param hash SHA-256 of the file, by which what is applied is known to be what was previewed
 * @param problems the first of all problems, by line
 * @param problemCount how many problems there are in all
 * @param ignoredColumns columns that mean nothing to Uitrol, as the header spells them
 * @param newDepartments the first names of departments that aren't known yet
 * @param absent the first people who are known and work here but of whom the file has no row that
 *     is accepted, by id; the counts tell how many there are
 * @param complete false when it was interrupted before its end
 */
public record ImportReport(
    String hash,
    ImportCounts counts,
    List<RowProblem> problems,
    int problemCount,
    List<String> ignoredColumns,
    List<String> newDepartments,
    List<PersonId> absent,
    boolean complete) {

  public ImportReport {
    problems = List.copyOf(problems);
    ignoredColumns = List.copyOf(ignoredColumns);
    newDepartments = List.copyOf(newDepartments);
    absent = List.copyOf(absent);
  }

  /** The same of an import that was interrupted before its end. */
  public ImportReport incomplete() {
    return new ImportReport(
        hash, counts, problems, problemCount, ignoredColumns, newDepartments, absent, false);
  }
}
