package org.uitrol.adapters.files;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.training.CompletionRow;

/**
 * A list of who finished which course, as a table: a column that says who it is, the key of the
 * course in the plan, when it was finished and, if there is one, a score. A score is either in the
 * column {@code score}, from 0 to 1, or in the column {@code percentage}, from 0 to 100; a score
 * with a percent sign is a percentage in both. Exports of Viva Learning and Moodle are known by
 * their headers.
 */
public final class CompletionsFile {

  private static final String CAMPAIGN = "campaign";
  private static final String COURSE = "course";
  private static final String COMPLETED_AT = "completed at";
  private static final String SCORE = "score";
  private static final String PERCENTAGE = "percentage";

  private CompletionsFile() {}

  /**
   * Reads a list.
   *
   * @param zone of dates and times that don't name one
   * @throws UnreadablePeopleFile when it is no table, is broken somewhere or lacks a column
   */
  public static ListRead<CompletionRow> read(byte[] bytes, ZoneId zone) {
    Chooser chooser = new Chooser(zone);
    TableFile.of(() -> new ByteArrayInputStream(bytes)).read(chooser);
    return chooser.found.get();
  }

  /** Hands the rows to whoever knows such a header. */
  private static final class Chooser implements TableFile.Rows {

    private final ZoneId zone;
    private TableFile.@Nullable Rows chosen;
    private Supplier<ListRead<CompletionRow>> found =
        () -> new ListRead<>(List.of(), List.of(), List.of());

    Chooser(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public void header(List<String> names, long line) {
      if (MoodleCompletions.isHeader(names)) {
        MoodleCompletions moodle = new MoodleCompletions(zone);
        found = moodle::found;
        chosen = moodle;
      } else {
        ListReader<CompletionRow> reader =
            VivaCompletions.isHeader(names) ? new VivaCompletions(zone) : new Reader(zone);
        found = reader::found;
        chosen = reader;
      }
      chosen.header(names, line);
    }

    @Override
    public void row(long line, List<String> cells) {
      if (chosen != null) {
        chosen.row(line, cells);
      }
    }

    @Override
    public void problem(RowProblem problem) {
      if (chosen != null) {
        chosen.problem(problem);
      }
    }
  }

  private static final class Reader extends ListReader<CompletionRow> {

    private final ZoneId zone;

    Reader(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    Map<String, List<String>> names() {
      Map<String, List<String>> names = new LinkedHashMap<>();
      names.put(CAMPAIGN, List.of(CAMPAIGN, "campaign key", "campagne"));
      names.put(COURSE, List.of(COURSE, "course key", "training", "cursus", "opleiding"));
      names.put(
          COMPLETED_AT,
          List.of(
              COMPLETED_AT,
              "completed",
              "completed on",
              "completion date",
              "completed date time",
              "completion time",
              "date completed",
              "afgerond op",
              "afgerond",
              "datum afgerond",
              "afrondingsdatum",
              "voltooid op"));
      names.put(SCORE, List.of(SCORE, "score scaled", "scaled score"));
      names.put(
          PERCENTAGE, List.of(PERCENTAGE, "score percentage", "score percent", "scorepercentage"));
      return names;
    }

    @Override
    void require(NamedColumns found) {
      found.requireOneOf(COURSE);
      found.requireOneOf(COMPLETED_AT);
    }

    @Override
    Optional<CompletionRow> row(Cells cells) {
      Optional<String> who = cells.who();
      String course = cells.cell(COURSE);
      if (course.isEmpty()) {
        cells.refuse(COURSE, "COURSE_MISSING", "is empty");
      }
      Optional<Instant> completedAt = completedAt(cells);
      Score score = score(cells);
      if (who.isEmpty() || course.isEmpty() || completedAt.isEmpty() || !score.sound) {
        return Optional.empty();
      }
      return Optional.of(
          new CompletionRow(
              cells.line(),
              who.get(),
              cells.cell(CAMPAIGN),
              course,
              completedAt.get(),
              score.value));
    }

    private Optional<Instant> completedAt(Cells cells) {
      String cell = cells.cell(COMPLETED_AT);
      if (cell.isEmpty()) {
        cells.refuse(COMPLETED_AT, "COMPLETED_AT_MISSING", "is empty");
        return Optional.empty();
      }
      Optional<Instant> moment = WrittenMoment.of(cell, zone);
      if (moment.isEmpty()) {
        cells.refuse(
            COMPLETED_AT,
            "COMPLETED_AT_UNKNOWN",
            "is no date: write one such as 2027-03-31, 31-03-2027 14:00 or 2027-03-31T14:00:00Z");
      }
      return moment;
    }

    /** A score, or none; not sound when a problem was told. */
    private record Score(boolean sound, @Nullable Double value) {}

    private Score score(Cells cells) {
      String score = cells.cell(SCORE);
      String percentage = cells.cell(PERCENTAGE);
      if (!score.isEmpty() && !percentage.isEmpty()) {
        cells.refuse(SCORE, "SCORE_TWICE", "is filled in beside a percentage: keep one of the two");
        return new Score(false, null);
      }
      return score.isEmpty()
          ? number(cells, PERCENTAGE, percentage, 100)
          : number(cells, SCORE, score, score.endsWith("%") ? 100 : 1);
    }

    private Score number(Cells cells, String column, String cell, int most) {
      if (cell.isEmpty()) {
        return new Score(true, null);
      }
      Optional<Double> number = decimal(cell.replace("%", "").strip());
      if (number.isEmpty() || number.get() < 0 || number.get() > most) {
        cells.refuse(
            column,
            "SCORE_OUT_OF_RANGE",
            most == 1
                ? "is no number from 0 to 1: scores from 0 to 100 go into a column percentage"
                : "is no number from 0 to 100");
        return new Score(false, null);
      }
      return new Score(true, number.get() / most);
    }

    private static Optional<Double> decimal(String text) {
      String plain = text.replace(',', '.');
      if (!plain.matches("[0-9]{1,9}(?:\\.[0-9]{1,9})?")) {
        return Optional.empty();
      }
      return Optional.of(Double.parseDouble(plain));
    }
  }
}
