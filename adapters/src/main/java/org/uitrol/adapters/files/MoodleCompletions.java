package org.uitrol.adapters.files;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.training.CompletionRow;
import org.uitrol.application.training.CompletionRow.Progress;

/**
 * What Moodle's report of activity completion tells: a person in each row, and for each activity a
 * column with its state and one with the date. Both are in the language of the site. The number
 * that Moodle itself gives to people says nothing to anybody else.
 */
final class MoodleCompletions implements TableFile.Rows {

  private static final String SEPARATOR = " - ";

  private static final Pattern NOT =
      Pattern.compile("(?:not|niet|nicht|non|pas|n['’]est pas|in)\\b.*|incomplete.*|onvoltooid.*");

  private static final Pattern DONE =
      Pattern.compile(
          "(?:completed?|voltooid|afgerond|abgeschlossen|beendet|erledigt|achevée?|terminée?|fini"
              + "|complétée?)\\b.*");

  private static final Pattern PASSED =
      Pattern.compile(".*(?:pass grade|passed|voldoende|geslaagd|bestanden|réussi).*");

  private static final Pattern FAILED =
      Pattern.compile(
          ".*(?:did not|not achieve|failed|onvoldoende|niet|nicht|n['’]a pas|échec|échou|\\bnon\\b).*");

  private static final List<String> NUMBERS =
      List.of("id number", "idnumber", "id-nummer", "idnummer", "numéro d’identification");

  private static final List<String> MAILS =
      List.of("email address", "e-mailadres", "e-mail-adresse", "adresse de courriel", "courriel");

  private static final String MAIL = "e-mail";
  private static final String NUMBER = "employee number";

  private final ZoneId zone;
  private final List<CompletionRow> rows = new ArrayList<>();
  private final List<RowProblem> problems = new ArrayList<>();
  private final List<Activity> activities = new ArrayList<>();
  private @Nullable NamedColumns who;
  private List<String> ignored = List.of();

  private record Activity(String name, int state, int date) {}

  MoodleCompletions(ZoneId zone) {
    this.zone = zone;
  }

  /** Whether a table with those columns is such a report. */
  static boolean isHeader(List<String> names) {
    return !activities(names).isEmpty();
  }

  /** A column that is named after the one before it has its date. */
  private static List<Activity> activities(List<String> names) {
    List<Activity> found = new ArrayList<>();
    for (int i = 0; i + 1 < names.size(); i++) {
      String name = NamedColumns.plain(names.get(i));
      String next = NamedColumns.plain(names.get(i + 1));
      if (!name.isEmpty()
          && next.startsWith(name + SEPARATOR)
          && next.length() > name.length() + SEPARATOR.length()) {
        found.add(new Activity(name, i, i + 1));
      }
    }
    return found;
  }

  ListRead<CompletionRow> found() {
    return new ListRead<>(rows, problems, ignored);
  }

  @Override
  public void header(List<String> names, long line) {
    activities.addAll(activities(names));
    Map<String, List<String>> accepted = new LinkedHashMap<>();
    List<String> mails = new ArrayList<>(PeopleColumns.namesOf(PersonField.EMAIL));
    mails.addAll(MAILS);
    List<String> numbers = new ArrayList<>(PeopleColumns.namesOf(PersonField.EMPLOYEE_NUMBER));
    numbers.addAll(NUMBERS);
    accepted.put(MAIL, mails);
    accepted.put(NUMBER, numbers);
    for (int i = 0; i < activities.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (activities.get(i).name().equals(activities.get(j).name())) {
          throw new UnreadablePeopleFile(
              line,
              "COLUMN_TWICE",
              "two activities are called '%s': rename one".formatted(activities.get(i).name()));
        }
      }
    }
    NamedColumns columns = new NamedColumns(names, line, accepted);
    columns.requireOneOf(NUMBER, MAIL);
    who = columns;
    List<String> others = new ArrayList<>(columns.ignored());
    activities.forEach(
        activity -> {
          others.remove(names.get(activity.state()).strip());
          others.remove(names.get(activity.date()).strip());
        });
    ignored = others;
  }

  @Override
  public void row(long line, List<String> cells) {
    NamedColumns columns = who;
    if (columns == null) {
      return;
    }
    String number = columns.cell(cells, NUMBER);
    String person = number.isEmpty() ? columns.cell(cells, MAIL) : number;
    if (person.isEmpty()) {
      problems.add(
          new RowProblem(
              line,
              "",
              "IDENTITY_MISSING",
              "the row has neither an employee number nor an e-mail address",
              true));
      return;
    }
    for (Activity activity : activities) {
      completion(line, person, activity, cells);
    }
  }

  private void completion(long line, String person, Activity activity, List<String> cells) {
    String state = NamedColumns.plain(cells.get(activity.state())).toLowerCase(Locale.ROOT);
    String date = NamedColumns.plain(cells.get(activity.date()));
    boolean done = DONE.matcher(state).matches();
    if (NOT.matcher(state).matches() || (state.isEmpty() && date.isEmpty())) {
      return;
    }
    if (!done && !state.isEmpty()) {
      refuse(line, activity.name(), "STATUS_UNKNOWN", "is no state of completion that is known");
      return;
    }
    Optional<Instant> moment = MoodleMoment.of(date, zone);
    if (moment.isEmpty()) {
      refuse(
          line,
          activity.name(),
          date.isEmpty() ? "COMPLETED_AT_MISSING" : "COMPLETED_AT_UNKNOWN",
          date.isEmpty() ? "is completed without a date" : "has a date that can’t be read");
      return;
    }
    rows.add(
        new CompletionRow(
            line,
            person,
            "",
            activity.name(),
            Progress.FINISHED,
            moment.get(),
            null,
            passed(state)));
  }

  private static @Nullable Boolean passed(String state) {
    int parenthesis = state.indexOf('(');
    String detail = parenthesis < 0 ? "" : state.substring(parenthesis);
    return FAILED.matcher(detail).matches()
        ? (Boolean) false
        : PASSED.matcher(detail).matches() ? (Boolean) true : null;
  }

  private void refuse(long line, String column, String code, String reason) {
    problems.add(new RowProblem(line, column, code, reason, true));
  }

  @Override
  public void problem(RowProblem problem) {
    problems.add(problem);
  }
}
