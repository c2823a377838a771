package org.uitrol.adapters.files;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.uitrol.application.training.CompletionRow;
import org.uitrol.application.training.CompletionRow.Progress;

/**
 * What Viva Learning tells of courses that people chose or were assigned (the learning course
 * activities of Microsoft Graph). Who is named by an identifier of Microsoft Entra, which the
 * organisation's directory brings along. What is assigned, and until when, is up to the plan; how
 * far somebody is isn't a score.
 */
final class VivaCompletions extends ListReader<CompletionRow> {

  private static final String CONTENT = "learning content id";
  private static final String EXTERNAL = "external course activity id";
  private static final String STATUS = "status";
  private static final String PERCENTAGE = "completion percentage";
  private static final String COMPLETED_AT = "completed date time";
  private static final String ASSIGNMENT = "assignment type";
  private static final String DUE_AT = "due date time";

  private static final List<String> LEARNERS =
      List.of("learner user id", "learner id", "learner user", "user id");
  private static final Set<String> ASSIGNMENTS =
      Set.of("required", "recommended", "peerrecommended");

  private final ZoneId zone;

  VivaCompletions(ZoneId zone) {
    this.zone = zone;
  }

  /** Whether a table with those columns is such an export. */
  static boolean isHeader(List<String> names) {
    List<String> keys = names.stream().map(PeopleColumns::key).toList();
    return LEARNERS.stream().map(PeopleColumns::key).anyMatch(keys::contains)
        && (keys.contains(PeopleColumns.key(CONTENT))
            || keys.contains(PeopleColumns.key(EXTERNAL)));
  }

  @Override
  List<String> whoElse() {
    return LEARNERS;
  }

  @Override
  Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    names.put(CONTENT, List.of(CONTENT, "content id"));
    names.put(EXTERNAL, List.of(EXTERNAL, "external id", "externalcourseactivity id"));
    names.put(STATUS, List.of(STATUS, "course status", "completion status"));
    names.put(
        PERCENTAGE, List.of(PERCENTAGE, "completion percent", "completion %", "percent complete"));
    names.put(
        COMPLETED_AT,
        List.of(COMPLETED_AT, "completed date", "completion date time", "completion date"));
    names.put(ASSIGNMENT, List.of(ASSIGNMENT));
    names.put(DUE_AT, List.of(DUE_AT, "due date"));
    return names;
  }

  @Override
  void require(NamedColumns found) {
    found.requireOneOf(STATUS);
    found.requireOneOf(CONTENT, EXTERNAL);
  }

  @Override
  Optional<CompletionRow> row(Cells cells) {
    Optional<String> who = cells.who();
    String external = cells.cell(EXTERNAL);
    String course = external.isEmpty() ? cells.cell(CONTENT) : external;
    if (course.isEmpty()) {
      cells.refuse(EXTERNAL, "COURSE_MISSING", "is empty");
    }
    Optional<Progress> progress = progress(cells);
    boolean percentage = isPercentage(cells);
    boolean assignment = isAssignment(cells);
    Optional<Instant> completedAt = moment(cells, COMPLETED_AT);
    if (progress.filter(Progress.FINISHED::equals).isPresent()
        && cells.cell(COMPLETED_AT).isEmpty()) {
      cells.refuse(COMPLETED_AT, "COMPLETED_AT_MISSING", "is empty");
    }
    boolean due = cells.cell(DUE_AT).isEmpty() || moment(cells, DUE_AT).isPresent();
    if (who.isEmpty()
        || course.isEmpty()
        || progress.isEmpty()
        || !percentage
        || !assignment
        || !due) {
      return Optional.empty();
    }
    if (progress.get() != Progress.FINISHED) {
      return Optional.of(new CompletionRow(cells.line(), who.get(), "", course, progress.get()));
    }
    return completedAt.map(
        moment -> new CompletionRow(cells.line(), who.get(), "", course, moment, null));
  }

  private static Optional<Progress> progress(ListReader<CompletionRow>.Cells cells) {
    String status = PeopleColumns.key(cells.cell(STATUS));
    switch (status) {
      case "completed", "voltooid", "afgerond" -> {
        return Optional.of(Progress.FINISHED);
      }
      case "inprogress", "bezig", "inuitvoering" -> {
        return Optional.of(Progress.BEGUN);
      }
      case "notstarted", "nietgestart", "nietbegonnen" -> {
        return Optional.of(Progress.NOT_BEGUN);
      }
      default -> {
        cells.refuse(STATUS, "STATUS_UNKNOWN", "is none of notStarted, inProgress and completed");
        return Optional.empty();
      }
    }
  }

  private static boolean isPercentage(ListReader<CompletionRow>.Cells cells) {
    String cell = cells.cell(PERCENTAGE).replace("%", "").strip().replace(',', '.');
    if (cell.isEmpty()
        || (cell.matches("[0-9]{1,3}(?:\\.[0-9]{1,9})?") && Double.parseDouble(cell) <= 100)) {
      return true;
    }
    cells.refuse(PERCENTAGE, "PERCENTAGE_OUT_OF_RANGE", "is no number from 0 to 100");
    return false;
  }

  private static boolean isAssignment(ListReader<CompletionRow>.Cells cells) {
    String cell = cells.cell(ASSIGNMENT).toLowerCase(Locale.ROOT).replace(" ", "");
    if (cell.isEmpty() || ASSIGNMENTS.contains(cell)) {
      return true;
    }
    cells.refuse(
        ASSIGNMENT, "ASSIGNMENT_UNKNOWN", "is none of required, recommended and peerRecommended");
    return false;
  }

  private Optional<Instant> moment(Cells cells, String column) {
    String cell = cells.cell(column);
    Optional<Instant> moment = WrittenMoment.of(cell, zone);
    if (!cell.isEmpty() && moment.isEmpty()) {
      cells.refuse(
          column,
          "COMPLETED_AT_UNKNOWN",
          "is no date: write one such as 2027-03-31, 31-03-2027 14:00 or 2027-03-31T14:00:00Z");
    }
    return moment;
  }
}
