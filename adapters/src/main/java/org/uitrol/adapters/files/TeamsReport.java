package org.uitrol.adapters.files;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.session.AttendanceRow;

/**
 * A report of who was in a Microsoft Teams meeting, in Dutch or English: a summary, a section of
 * participants and perhaps one of each time that somebody joined; older ones have only the latter.
 * People are known by e-mail address or user principal name; times that somebody joined again are
 * added up.
 */
final class TeamsReport {

  private static final List<String> DURATION =
      List.of(
          "in-meeting duration",
          "duration",
          "duur in vergadering",
          "duur van vergadering",
          "vergaderduur",
          "duur tijdens vergadering",
          "duur");
  private static final List<String> UPN =
      List.of("participant id (upn)", "deelnemer-id (upn)", "deelnemers-id (upn)", "upn");
  private static final List<String> EMAIL =
      List.of("email", "e-mail", "e-mailadres", "email address", "e-mail address");
  private static final List<String> NAME = List.of("name", "full name", "naam", "volledige naam");
  private static final List<String> JOIN =
      List.of(
          "first join",
          "join time",
          "eerste deelname",
          "eerste keer deelgenomen",
          "tijdstip van deelname",
          "deelnametijd");

  /** As {@code 1h 2m 3s}, {@code 1 u 2 min 3 sec} or {@code 01:02:03}. */
  private static final Pattern PART =
      Pattern.compile("(\\d+)\\s*(h|hr|hrs|u|uur|m|min|s|sec|sek)\\b\\.?");

  private static final Pattern CLOCK = Pattern.compile("(?:(\\d+):)?(\\d{1,2}):(\\d{2})");
  private static final Pattern SECTION = Pattern.compile("\\d+\\.\\s.*");
  private static final int MOST_LINES = 100_000;
  private static final int SECONDS_PER_MINUTE = 60;

  private final List<String> lines;
  private final char delimiter;
  private final int header;
  private final Columns columns;

  private TeamsReport(List<String> lines, char delimiter, int header, Columns columns) {
    this.lines = lines;
    this.delimiter = delimiter;
    this.header = header;
    this.columns = columns;
  }

  private record Columns(int upn, int email, int duration, int name) {}

  /** The report; empty when the file is something else. */
  static Optional<TeamsReport> of(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = FileText.of(() -> new ByteArrayInputStream(bytes)).reader()) {
      for (String line = reader.readLine();
          line != null && lines.size() < MOST_LINES;
          line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the file can't be read", e);
    }
    for (char delimiter : new char[] {'\t', ',', ';'}) {
      for (int number = 0; number < lines.size(); number++) {
        Optional<Columns> columns = columns(cells(lines.get(number), delimiter));
        if (columns.isPresent()) {
          return Optional.of(new TeamsReport(lines, delimiter, number, columns.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Each person once, with how long the person was there. */
  ListRead<AttendanceRow> read() {
    Map<String, AttendanceRow> rows = new LinkedHashMap<>();
    List<RowProblem> problems = new ArrayList<>();
    for (int number = header + 1; number < lines.size(); number++) {
      String line = lines.get(number);
      if (line.isBlank() || SECTION.matcher(line).matches()) {
        break;
      }
      List<String> cells = cells(line, delimiter);
      String who =
          Stream.of(columns.email(), columns.upn())
              .map(column -> cell(cells, column))
              .filter(one -> one.indexOf('@') > 0)
              .findFirst()
              .orElse("");
      Optional<Integer> seconds = seconds(cell(cells, columns.duration()));
      if (who.isEmpty()) {
        problems.add(
            problem(
                number, "IDENTITY_MISSING", "the row has no e-mail address: a guest or a phone"));
      } else if (seconds.isEmpty()) {
        problems.add(
            problem(number, "DURATION_UNKNOWN", "how long the person was there is unclear"));
      } else {
        AttendanceRow row = AttendanceRow.of(number + 1L, who, seconds.get());
        rows.merge(who.toLowerCase(Locale.ROOT), row, AttendanceRow::and);
      }
    }
    return new ListRead<>(List.copyOf(rows.values()), problems, List.of());
  }

  /** How many seconds a duration is; empty when it is none. */
  static Optional<Integer> seconds(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      int hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
      return Optional.of(
          (hours * SECONDS_PER_MINUTE + Integer.parseInt(clock.group(2))) * SECONDS_PER_MINUTE
              + Integer.parseInt(clock.group(3)));
    }
    Matcher part = PART.matcher(text);
    int seconds = 0;
    boolean found = false;
    while (part.find()) {
      found = true;
      int count = Integer.parseInt(part.group(1));
      seconds +=
          switch (part.group(2).charAt(0)) {
            case 'h', 'u' -> count * SECONDS_PER_MINUTE * SECONDS_PER_MINUTE;
            case 'm' -> count * SECONDS_PER_MINUTE;
            default -> count;
          };
    }
    return found && part.replaceAll("").replaceAll("[\\s,.]", "").isEmpty()
        ? Optional.of(seconds)
        : Optional.empty();
  }

  private static Optional<Columns> columns(List<String> cells) {
    List<String> names = cells.stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
    Columns columns =
        new Columns(
            index(names, UPN), index(names, EMAIL), index(names, DURATION), index(names, NAME));
    boolean told = columns.upn() >= 0 || columns.email() >= 0;
    return told && columns.duration() >= 0 && columns.name() >= 0 && index(names, JOIN) >= 0
        ? Optional.of(columns)
        : Optional.empty();
  }

  private static int index(List<String> names, List<String> aliases) {
    return aliases.stream().mapToInt(names::indexOf).filter(one -> one >= 0).findFirst().orElse(-1);
  }

  private static String cell(List<String> cells, int column) {
    return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
  }

  private static List<String> cells(String line, char delimiter) {
    if (line.isBlank() || line.indexOf(delimiter) < 0) {
      return List.of();
    }
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(line)) {
      @Nullable CsvRecord first = csv.stream().findFirst().orElse(null);
      return first == null ? List.of() : first.getFields();
    } catch (IOException e) {
      throw new UncheckedIOException("a line can't be read", e);
    }
  }

  private static RowProblem problem(int number, String code, String reason) {
    return new RowProblem(number + 1L, "", code, reason, true);
  }
}
