package org.uitrol.adapters.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.domain.adoption.UsageLayout;

/**
 * Which column of a report of use is which. Names of columns drift from month to month and from
 * language to language, so that they are known by what they have in common.
 */
final class UsageColumns {

  /** A column that a report has once at most. */
  enum Column {
    WHO,
    REFRESHED,
    PERIOD,
    ACTIVE_DAYS,
    FROM,
    UNTIL,
    ACTIVE,
    FIRST
  }

  private static final Map<String, Column> NAMES =
      Map.ofEntries(
          Map.entry("userprincipalname", Column.WHO),
          Map.entry("upn", Column.WHO),
          Map.entry("username", Column.WHO),
          Map.entry("user", Column.WHO),
          Map.entry("userid", Column.WHO),
          Map.entry("email", Column.WHO),
          Map.entry("emailaddress", Column.WHO),
          Map.entry("useremail", Column.WHO),
          Map.entry("gebruikersnaam", Column.WHO),
          Map.entry("emailadres", Column.WHO),
          Map.entry("userprincipalnaam", Column.WHO),
          Map.entry("reportrefreshdate", Column.REFRESHED),
          Map.entry("refreshdate", Column.REFRESHED),
          Map.entry("reportdate", Column.REFRESHED),
          Map.entry("vernieuwingsdatumvanrapport", Column.REFRESHED),
          Map.entry("rapportvernieuwingsdatum", Column.REFRESHED),
          Map.entry("rapportdatum", Column.REFRESHED),
          Map.entry("reportperiod", Column.PERIOD),
          Map.entry("reportperioddays", Column.PERIOD),
          Map.entry("rapportperiode", Column.PERIOD),
          Map.entry("rapportageperiode", Column.PERIOD),
          Map.entry("activeusagedaysforallapps", Column.ACTIVE_DAYS),
          Map.entry("activeusagedaysallapps", Column.ACTIVE_DAYS),
          Map.entry("activeusagedaysanyapp", Column.ACTIVE_DAYS),
          Map.entry("activeusagedays", Column.ACTIVE_DAYS),
          Map.entry("activedays", Column.ACTIVE_DAYS),
          Map.entry("activedaysanyapp", Column.ACTIVE_DAYS),
          Map.entry("activedaysallapps", Column.ACTIVE_DAYS),
          Map.entry("daysactive", Column.ACTIVE_DAYS),
          Map.entry("numberofactivedays", Column.ACTIVE_DAYS),
          Map.entry("actievedagen", Column.ACTIVE_DAYS),
          Map.entry("aantalactievedagen", Column.ACTIVE_DAYS),
          Map.entry("periodstart", Column.FROM),
          Map.entry("startdate", Column.FROM),
          Map.entry("beginperiode", Column.FROM),
          Map.entry("periodend", Column.UNTIL),
          Map.entry("enddate", Column.UNTIL),
          Map.entry("eindeperiode", Column.UNTIL),
          Map.entry("isactive", Column.ACTIVE),
          Map.entry("active", Column.ACTIVE),
          Map.entry("actief", Column.ACTIVE),
          Map.entry("firstdayactiveinperiod", Column.FIRST),
          Map.entry("firstactivityinperiod", Column.FIRST));

  /** One for each app, and one for all of them. */
  private static final List<String> LAST =
      List.of(
          "lastactivity",
          "lastactive",
          "lastdayactive",
          "laatsteactiviteit",
          "laatstactief",
          "laatsteactievedag");

  /** What isn't kept although it is known what it means: it isn't needed. */
  private static final List<String> NOT_NEEDED =
      List.of(
          "prompt",
          "message",
          "displayname",
          "weergavenaam",
          "activeusagedaysfor",
          "activedaysfor",
          "cadence",
          "role",
          "department",
          "groups",
          "accountid",
          "publicid");

  private static final Pattern UNIT = Pattern.compile("(?i)\\((?:utc|days|dagen)\\)");

  private final List<String> header;
  private final Map<Column, Integer> places = new EnumMap<>(Column.class);
  private final List<Integer> last = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private final UsageLayout layout;

  /**
   * @throws UnreadablePeopleFile when it is the header of no report that is known, or two columns
   *     are the same
   */
  UsageColumns(List<String> header, long line) {
    this.header = header.stream().map(String::strip).toList();
    boolean counts = false;
    boolean chats = false;
    for (int i = 0; i < this.header.size(); i++) {
      String key = key(this.header.get(i));
      Column column = NAMES.get(key);
      counts |= key.contains("prompt") || column == Column.ACTIVE_DAYS;
      chats |= key.contains("message") || column == Column.UNTIL || column == Column.ACTIVE;
      if (column == Column.WHO && isAnotherName(key)) {
        preferEmail(i, key);
      } else if (column != null) {
        place(column, i, line);
      } else if (LAST.stream().anyMatch(key::contains)) {
        last.add(i);
      } else if (!key.isEmpty()
          && NOT_NEEDED.stream().noneMatch(key::contains)
          && !key.equals("name")) {
        ignored.add(this.header.get(i));
      }
    }
    layout = layout(counts, chats).orElseThrow(() -> unknown(line));
  }

  private Optional<UsageLayout> layout(boolean counts, boolean chats) {
    if (!has(Column.WHO)) {
      return Optional.empty();
    } else if (chats) {
      boolean tells = has(Column.ACTIVE) || has(Column.ACTIVE_DAYS) || !last.isEmpty();
      return tells ? Optional.of(UsageLayout.CHATGPT_USERS) : Optional.empty();
    } else if (last.isEmpty()) {
      return Optional.empty();
    } else if (hasPrincipalName()) {
      return Optional.of(counts ? UsageLayout.COPILOT_GRAPH_V2 : UsageLayout.COPILOT_GRAPH_V1);
    }
    return counts || copilot() ? Optional.of(UsageLayout.COPILOT_ADMIN_CENTRE) : Optional.empty();
  }

  private boolean hasPrincipalName() {
    return header.stream()
        .map(UsageColumns::key)
        .anyMatch(key -> key.startsWith("userprincipal") || key.equals("upn"));
  }

  private boolean copilot() {
    return header.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("copilot"));
  }

  UsageLayout layout() {
    return layout;
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** The cell without white space around it; empty when it is blank or there is no such column. */
  String cell(List<String> row, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : NamedColumns.plain(row.get(place));
  }

  /** The columns that tell a last day of use, by their place. */
  List<Integer> last() {
    return List.copyOf(last);
  }

  /** The column as the header spells it. */
  String titleOf(Column column) {
    Integer place = places.get(column);
    return place == null ? "" : header.get(place);
  }

  String titleAt(int place) {
    return header.get(place);
  }

  /** The columns that mean nothing to Uitrol, as the header spells them. */
  List<String> ignored() {
    return List.copyOf(ignored);
  }

  /** Whether there is a column that tells who it is by another name already. */
  private boolean isAnotherName(String key) {
    String known = key(titleOf(Column.WHO));
    return !known.isEmpty() && !known.equals(key);
  }

  /** Of two columns that tell who it is, the one that people are known by here. */
  private void preferEmail(int place, String key) {
    if (key.contains("email") && !key(titleOf(Column.WHO)).contains("email")) {
      places.put(Column.WHO, place);
    }
  }

  private void place(Column column, int place, long line) {
    Integer earlier = places.putIfAbsent(column, place);
    if (earlier != null) {
      throw new UnreadablePeopleFile(
          line,
          "COLUMN_TWICE",
          "the columns '%s' (%d) and '%s' (%d) tell the same: keep one"
              .formatted(header.get(earlier), earlier + 1, header.get(place), place + 1));
    }
  }

  private UnreadablePeopleFile unknown(long line) {
    return new UnreadablePeopleFile(
        line,
        "USAGE_LAYOUT_UNKNOWN",
        "this is the header of no report of use: neither Copilot (user principal name or user name,"
            + " last activity date) nor ChatGPT (email, period end, is active); it has: "
            + String.join(", ", header));
  }

  /** Units and zones in brackets are left out: {@code Last activity date (UTC)}. */
  private static String key(String name) {
    return PeopleColumns.key(UNIT.matcher(name).replaceAll(""));
  }
}
