package org.uitrol.adapters.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.session.AttendanceRow;

/**
 * A list of who was at a session, as a table: a column that says who it is (employee number, e-mail
 * address or either) and one that says whether the person was there, in Dutch or English; or a
 * report of a Microsoft Teams meeting.
 */
public final class AttendanceFile {

  private static final String ATTENDED = "attended";

  private static final Set<String> YES =
      Set.of("yes", "y", "ja", "j", "true", "waar", "1", "x", "present", "attended", "aanwezig");
  private static final Set<String> NO =
      Set.of("no", "n", "nee", "false", "onwaar", "0", "absent", "afwezig");

  private AttendanceFile() {}

  /**
   * Reads a list.
   *
   * @throws UnreadablePeopleFile when it is no table, is broken somewhere or lacks a column
   */
  public static ListRead<AttendanceRow> read(byte[] bytes) {
    return TeamsReport.of(bytes).map(TeamsReport::read).orElseGet(() -> new Reader().read(bytes));
  }

  /** What a word says; empty when it says neither yes nor no. */
  public static Optional<Boolean> attended(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(lower)) {
      return Optional.of(true);
    }
    return NO.contains(lower) ? Optional.of(false) : Optional.empty();
  }

  private static final class Reader extends ListReader<AttendanceRow> {

    @Override
    Map<String, List<String>> names() {
      return Map.of(
          ATTENDED,
          List.of(
              ATTENDED, "attendance", "present", "was there", "aanwezig", "aanwezigheid", "erbij"));
    }

    @Override
    void require(NamedColumns found) {
      found.requireOneOf(ATTENDED);
    }

    @Override
    Optional<AttendanceRow> row(Cells cells) {
      Optional<String> who = cells.who();
      String word = cells.cell(ATTENDED);
      Optional<Boolean> attended = attended(word);
      if (attended.isEmpty()) {
        cells.refuse(
            ATTENDED,
            word.isEmpty() ? "ATTENDED_MISSING" : "ATTENDED_UNKNOWN",
            word.isEmpty() ? "is empty: write yes or no" : "is neither yes nor no");
        return Optional.empty();
      }
      return who.map(one -> new AttendanceRow(cells.line(), one, attended.get()));
    }
  }
}
