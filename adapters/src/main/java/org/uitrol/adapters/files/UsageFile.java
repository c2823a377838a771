package org.uitrol.adapters.files;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.files.UsageColumns.Column;
import org.uitrol.application.adoption.UsageReport;
import org.uitrol.application.adoption.UsageRow;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;

/**
 * A report of who used a tool when: of Copilot by Microsoft Graph or from the admin centre, or of
 * ChatGPT. Which one it is, is told by the header. Counts of prompts and messages and days of use
 * per app are not read: how much somebody asked is nobody's business.
 */
public final class UsageFile implements TableFile.Rows {

  private static final int LONGEST_CELL = 254;
  private static final int LONGEST_PERIOD = 400;
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,5})(?:[.,]0+)?");
  private static final Pattern PERIOD =
      Pattern.compile("(?i)d?\\s*(\\d{1,3})(?:\\s*(?:d|days|dagen))?");
  private static final Set<String> YES = Set.of("1", "true", "yes", "y", "ja", "j", "waar");
  private static final Set<String> NO = Set.of("0", "false", "no", "n", "nee", "onwaar");

  private final @Nullable LocalDate told;
  private final List<Found> rows = new ArrayList<>();
  private final List<RowProblem> problems = new ArrayList<>();
  private final Map<String, Long> seen = new HashMap<>();
  private @Nullable UsageColumns columns;
  private @Nullable LocalDate refreshedOn;
  private long headerLine;

  private UsageFile(@Nullable LocalDate told) {
    this.told = told;
  }

  /** A row whose last day may be known only when all are read. */
  private record Found(
      long line,
      String who,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable Integer period,
      NavigableSet<LocalDate> activeOn,
      @Nullable Integer activeDays) {}

  /**
   * Reads a report.
   *
   * @param refreshedOn the day of the report, for one that doesn't tell it; what it tells counts
   * @throws UnreadablePeopleFile when it is no such report, is broken somewhere, or nobody told its
   *     day
   */
  public static UsageReport read(byte[] bytes, @Nullable LocalDate refreshedOn) {
    TableFile table = TableFile.of(() -> new ByteArrayInputStream(bytes));
    UsageFile file = new UsageFile(refreshedOn);
    table.read(file);
    return file.report(table.hash());
  }

  @Override
  public void header(List<String> names, long line) {
    columns = new UsageColumns(names, line);
    headerLine = line;
  }

  @Override
  public void row(long line, List<String> cells) {
    int before = problems.size();
    Cells row = new Cells(Objects.requireNonNull(columns), line, cells);
    String who = row.who();
    LocalDate refreshed = row.date(Column.REFRESHED);
    LocalDate from = row.date(Column.FROM);
    LocalDate until = row.date(Column.UNTIL);
    Integer period = row.period();
    Integer days = row.number(Column.ACTIVE_DAYS);
    Boolean active = row.active();
    NavigableSet<LocalDate> activeOn = row.days();
    if (refreshed != null) {
      row.refresh(refreshed);
    }
    if (from != null && until != null && until.isBefore(from)) {
      row.refuse(Column.UNTIL, "PERIOD_BACKWARDS", "lies before the start of the period");
    }
    if (problems.size() > before) {
      return;
    }
    if (Boolean.TRUE.equals(active) && activeOn.isEmpty() && days == null) {
      days = 1;
    }
    rows.add(new Found(line, who, from, until, period, activeOn, days));
  }

  @Override
  public void problem(RowProblem problem) {
    problems.add(problem);
  }

  private UsageReport report(String hash) {
    UsageColumns found = Objects.requireNonNull(columns);
    LocalDate day = day();
    List<UsageRow> sound = new ArrayList<>();
    for (Found row : rows) {
      row(row, day, found).ifPresent(sound::add);
    }
    problems.sort(Comparator.comparingLong(RowProblem::line));
    return new UsageReport(found.layout(), hash, day, sound, problems, found.ignored());
  }

  private Optional<UsageRow> row(Found row, LocalDate day, UsageColumns found) {
    int before = problems.size();
    Cells cells = new Cells(found, row.line(), List.of());
    LocalDate until = row.until() == null ? day : row.until();
    Integer period = row.period();
    LocalDate from =
        row.from() == null && period != null ? until.minusDays(period - 1L) : row.from();
    if (!row.activeOn().isEmpty() && row.activeOn().last().isAfter(until)) {
      cells.refuse(
          "",
          "ACTIVE_AFTER_REPORT",
          "tells use on " + row.activeOn().last() + ", after the last day of the report, " + until);
    }
    Integer days = row.activeDays();
    if (from != null && days != null && days > ChronoUnit.DAYS.between(from, until) + 1) {
      cells.refuse(Column.ACTIVE_DAYS, "ACTIVE_DAYS_TOO_MANY", "is more than the period has days");
    }
    Long earlier = seen.putIfAbsent(row.who().toLowerCase(Locale.ROOT) + '\n' + until, row.line());
    if (earlier != null) {
      cells.refuse(Column.WHO, "PERSON_TWICE", "is on line " + earlier + " already");
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new UsageRow(row.line(), row.who(), from, until, row.activeOn(), days));
  }

  /** What the report says of itself, else the end of its last period, else what was told. */
  private LocalDate day() {
    LocalDate day = refreshedOn;
    if (day == null) {
      day =
          rows.stream()
              .map(Found::until)
              .filter(Objects::nonNull)
              .max(LocalDate::compareTo)
              .orElse(told);
    }
    if (day == null) {
      throw problems.isEmpty()
          ? new UnreadablePeopleFile(
              headerLine,
              "REFRESH_DATE_MISSING",
              "the report doesn't tell of which day it is: tell its date beside it")
          : new UnreadablePeopleFile(
              problems.get(0).line(), problems.get(0).code(), problems.get(0).reason());
    }
    return day;
  }

  /** The cells of one row. */
  private final class Cells {

    private final UsageColumns columns;
    private final long line;
    private final List<String> row;

    Cells(UsageColumns columns, long line, List<String> row) {
      this.columns = columns;
      this.line = line;
      this.row = row;
    }

    String who() {
      String who = columns.cell(row, Column.WHO);
      if (who.isEmpty()) {
        refuse(Column.WHO, "IDENTITY_MISSING", "is empty");
      } else if (who.length() > LONGEST_CELL) {
        refuse(Column.WHO, "CELL_TOO_LONG", "takes more than " + LONGEST_CELL + " characters");
      }
      return who;
    }

    @Nullable LocalDate date(Column column) {
      return date(columns.cell(row, column), columns.titleOf(column));
    }

    @Nullable LocalDate date(String cell, String title) {
      if (cell.isEmpty()) {
        return null;
      }
      LocalDate day =
          WrittenMoment.of(cell, ZoneOffset.UTC)
              .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC))
              .orElse(null);
      if (day == null) {
        refuse(title, "DATE_UNKNOWN", "is no date: write one such as 2027-03-31 or 31-03-2027");
      }
      return day;
    }

    NavigableSet<LocalDate> days() {
      NavigableSet<LocalDate> days = new TreeSet<>();
      for (int place : columns.last()) {
        LocalDate day = date(NamedColumns.plain(row.get(place)), columns.titleAt(place));
        if (day != null) {
          days.add(day);
        }
      }
      LocalDate first = date(Column.FIRST);
      if (first != null) {
        days.add(first);
      }
      return days;
    }

    void refresh(LocalDate day) {
      LocalDate known = refreshedOn;
      if (known == null) {
        refreshedOn = day;
      } else if (!known.equals(day)) {
        refuse(Column.REFRESHED, "REFRESH_DATE_DIFFERS", "isn't " + known + " as above");
      }
    }

    @Nullable Integer number(Column column) {
      String cell = columns.cell(row, column);
      if (cell.isEmpty()) {
        return null;
      }
      Matcher number = NUMBER.matcher(cell);
      if (!number.matches()) {
        refuse(column, "NUMBER_UNKNOWN", "is no whole number");
        return null;
      }
      return Integer.valueOf(number.group(1));
    }

    /** How many days the report is about, written as {@code 30} or {@code D30}. */
    @Nullable Integer period() {
      String cell = columns.cell(row, Column.PERIOD);
      Matcher period = PERIOD.matcher(cell);
      if (cell.isEmpty() || cell.equalsIgnoreCase("all")) {
        return null;
      }
      if (!period.matches() || !isPeriod(Integer.parseInt(period.group(1)))) {
        refuse(Column.PERIOD, "PERIOD_UNKNOWN", "is no number of days such as 7, 30, 90 or 180");
        return null;
      }
      return Integer.valueOf(period.group(1));
    }

    private static boolean isPeriod(int days) {
      return days >= 1 && days <= LONGEST_PERIOD;
    }

    @Nullable Boolean active() {
      String cell = columns.cell(row, Column.ACTIVE).toLowerCase(Locale.ROOT);
      if (cell.isEmpty()) {
        return null;
      }
      if (!YES.contains(cell) && !NO.contains(cell)) {
        refuse(Column.ACTIVE, "ACTIVE_UNKNOWN", "is neither yes nor no");
        return null;
      }
      return YES.contains(cell);
    }

    void refuse(Column column, String code, String reason) {
      refuse(columns.titleOf(column), code, reason);
    }

    void refuse(String title, String code, String reason) {
      problems.add(new RowProblem(line, title, code, reason, true));
    }
  }
}
