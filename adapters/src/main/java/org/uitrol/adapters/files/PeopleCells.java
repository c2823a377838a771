package org.uitrol.adapters.files;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.uitrol.application.directory.EmailAddress;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.domain.shared.Weekdays;

/** Cleans and checks the cells of one row, each by itself. */
final class PeopleCells {

  /** The longest cell, in characters. */
  static final int LONGEST = 200;

  private static final List<Locale> LANGUAGES_OF_NAMES =
      List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH);
  private static final Set<String> LANGUAGE_CODES = Set.of(Locale.getISOLanguages());
  private static final Map<String, String> LANGUAGES = languages();
  private static final Map<String, String> COUNTRIES = countries();
  private static final Map<String, String> ZONES = zones();
  private static final Map<String, DayOfWeek> DAYS = days();

  private final Function<PersonField, String> columns;
  private final long line;
  private final Consumer<RowProblem> problems;
  private final Map<PersonField, String> sound = new EnumMap<>(PersonField.class);
  private boolean refused;

  private PeopleCells(
      Function<PersonField, String> columns, long line, Consumer<RowProblem> problems) {
    this.columns = columns;
    this.line = line;
    this.problems = problems;
  }

  /** The clean cells, or nothing when the row is refused; each problem is told to the consumer. */
  static Optional<Map<PersonField, String>> check(
      PeopleColumns columns,
      long line,
      Map<PersonField, String> raw,
      Consumer<RowProblem> problems) {
    PeopleCells cells = new PeopleCells(columns::nameOf, line, problems);
    raw.forEach(cells::take);
    cells.requireIdentity();
    return cells.refused ? Optional.empty() : Optional.of(cells.sound);
  }

  /** As {@link #check}, for what tells only some fields and says by other means who it is. */
  static Optional<Map<PersonField, String>> checkSome(
      Map<PersonField, String> raw, Consumer<RowProblem> problems) {
    PeopleCells cells = new PeopleCells(PersonField::key, 0, problems);
    raw.forEach(cells::take);
    return cells.refused ? Optional.empty() : Optional.of(cells.sound);
  }

  private void take(PersonField field, String raw) {
    String cell = clean(raw);
    if (field == PersonField.EMAIL || (field == PersonField.MANAGER && cell.indexOf('@') >= 0)) {
      sound.put(field, address(field, cell));
    } else if (cell.length() > LONGEST) {
      refuse(field, "CELL_TOO_LONG", "is longer than " + LONGEST + " characters");
    } else if (cell.codePoints().anyMatch(PeopleCells::isControl)) {
      refuse(field, "CELL_HAS_CONTROL_CHARACTER", "has an invisible control character");
    } else if (cell.indexOf('\ufffd') >= 0) {
      refuse(field, "CELL_NOT_READABLE", "has a character that can't be read: check the encoding");
    } else {
      sound.put(field, checked(field, cell));
    }
  }

  private String checked(PersonField field, String cell) {
    if (cell.isEmpty()) {
      if (field == PersonField.DEPARTMENT) {
        refuse(field, "DEPARTMENT_MISSING", "is empty");
      }
      return cell;
    }
    return switch (field) {
      case LANGUAGE -> language(field, cell);
      case COUNTRY ->
          known(
              field, cell, COUNTRIES, "COUNTRY_UNKNOWN", "is no country: write a code such as NL");
      case TIME_ZONE ->
          known(
              field,
              cell,
              ZONES,
              "TIME_ZONE_UNKNOWN",
              "is no time zone: write one such as Europe/Amsterdam");
      case WORKDAYS -> workdays(field, cell);
      default -> cell;
    };
  }

  /** Days in Dutch or English, shortened or not, and from one to another: {@code ma-wo, vr}. */
  private String workdays(PersonField field, String cell) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : cell.toLowerCase(Locale.ROOT).split("[ ,;/+&.]+", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      String[] ends = part.split("[-\u2013]", -1);
      DayOfWeek first = DAYS.get(ends[0]);
      DayOfWeek last = DAYS.get(ends[ends.length - 1]);
      if (first == null || last == null || ends.length > 2) {
        refuse(
            field,
            "WORKDAYS_UNKNOWN",
            "'" + shortened(cell) + "' are no days of the week: write days such as mo tu th");
        return "";
      }
      days.add(last);
      for (DayOfWeek day = first; day != last; day = day.plus(1)) {
        days.add(day);
      }
    }
    return Weekdays.written(days);
  }

  private String address(PersonField field, String cell) {
    if (cell.isEmpty()) {
      return cell;
    }
    Optional<String> objection = EmailAddress.objection(cell);
    if (objection.isPresent()) {
      refuse(field, "EMAIL_INVALID", "'" + shortened(cell) + "' " + objection.get());
      return "";
    }
    return new EmailAddress(cell).value();
  }

  private String language(PersonField field, String cell) {
    String byName = LANGUAGES.get(cell.toLowerCase(Locale.ROOT));
    if (byName != null) {
      return byName;
    }
    Locale locale = Locale.forLanguageTag(cell.replace('_', '-'));
    if (!LANGUAGE_CODES.contains(locale.getLanguage())) {
      refuse(
          field,
          "LANGUAGE_UNKNOWN",
          "'" + shortened(cell) + "' is no language: write a code such as nl or en");
      return "";
    }
    return locale.toLanguageTag();
  }

  private String known(
      PersonField field, String cell, Map<String, String> values, String code, String reason) {
    String value = values.get(cell.toLowerCase(Locale.ROOT));
    if (value == null) {
      refuse(field, code, "'" + shortened(cell) + "' " + reason);
      return "";
    }
    return value;
  }

  private void requireIdentity() {
    if (!refused
        && sound.getOrDefault(PersonField.EMPLOYEE_NUMBER, "").isEmpty()
        && sound.getOrDefault(PersonField.EMAIL, "").isEmpty()) {
      refused = true;
      problems.accept(
          new RowProblem(
              line,
              "",
              "IDENTITY_MISSING",
              "the row has neither an employee number nor an e-mail address",
              true));
    }
  }

  private void refuse(PersonField field, String code, String reason) {
    refused = true;
    problems.accept(new RowProblem(line, columns.apply(field), code, reason, true));
  }

  /** One spelling: composed letters (NFC), single spaces, none at the ends, no zero-width signs. */
  private static String clean(String raw) {
    StringBuilder clean = new StringBuilder(raw.length());
    boolean gap = false;
    String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (c == '\ufeff' || c == '\u200b') {
        continue;
      }
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = !clean.isEmpty();
      } else {
        if (gap) {
          clean.append(' ');
          gap = false;
        }
        clean.append(c);
      }
    }
    return clean.toString();
  }

  /**
   * Also the signs that turn the direction of text around: they make one name look like another.
   */
  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static String shortened(String cell) {
    return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
  }

  private static Map<String, String> languages() {
    Map<String, String> languages = new HashMap<>();
    for (String code : LANGUAGE_CODES) {
      Locale locale = Locale.forLanguageTag(code);
      LANGUAGES_OF_NAMES.forEach(
          in -> languages.put(locale.getDisplayLanguage(in).toLowerCase(Locale.ROOT), code));
      languages.put(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
    }
    return Map.copyOf(languages);
  }

  private static Map<String, String> countries() {
    Map<String, String> countries = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale locale = new Locale.Builder().setRegion(code).build();
      LANGUAGES_OF_NAMES.forEach(
          in -> countries.put(locale.getDisplayCountry(in).toLowerCase(Locale.ROOT), code));
      countries.put(code.toLowerCase(Locale.ROOT), code);
      countries.put(locale.getISO3Country().toLowerCase(Locale.ROOT), code);
    }
    countries.put("the netherlands", "NL");
    return Map.copyOf(countries);
  }

  private static Map<String, DayOfWeek> days() {
    Map<String, DayOfWeek> days = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (Locale locale : LANGUAGES_OF_NAMES) {
        String name = day.getDisplayName(TextStyle.FULL, locale).toLowerCase(Locale.ROOT);
        days.put(name, day);
        days.put(name.substring(0, 2), day);
      }
    }
    for (String key : Weekdays.KEYS) {
      days.put(key, DayOfWeek.of(Weekdays.KEYS.indexOf(key) + 1));
    }
    return Map.copyOf(days);
  }

  /** IANA ids, and what Windows calls the zones of western Europe (Unicode CLDR windowsZones). */
  private static Map<String, String> zones() {
    Map<String, String> zones =
        ZoneId.getAvailableZoneIds().stream()
            .collect(
                Collectors.toMap(
                    id -> id.toLowerCase(Locale.ROOT), id -> id, (a, b) -> a, TreeMap::new));
    zones.put("w. europe standard time", "Europe/Berlin");
    zones.put("romance standard time", "Europe/Paris");
    zones.put("central europe standard time", "Europe/Budapest");
    zones.put("gmt standard time", "Europe/London");
    return Map.copyOf(zones);
  }
}
