package org.uitrol.adapters.files;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.UnreadablePeopleFile;

/** Which column of a file tells what, by the names that HR systems and people give to columns. */
final class PeopleColumns {

  /**
   * The Dutch prefix of a family name, for instance {@code van der}, when it has its own column.
   */
  private static final List<String> PREFIX =
      List.of("tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "name prefix");

  private static final Map<PersonField, List<String>> NAMES = names();
  private static final Map<String, PersonField> FIELD_BY_NAME = byName();

  private final List<String> header;
  private final Map<PersonField, Integer> places = new EnumMap<>(PersonField.class);
  private final List<String> ignored = new ArrayList<>();
  private final int prefix;

  /**
   * @throws UnreadablePeopleFile when a column that is needed isn't there, or two columns mean the
   *     same
   */
  PeopleColumns(List<String> header, long line) {
    this.header = header.stream().map(String::strip).toList();
    int prefixPlace = -1;
    for (int i = 0; i < header.size(); i++) {
      String name = key(header.get(i));
      PersonField field = FIELD_BY_NAME.get(name);
      if (field != null) {
        place(field, i, line);
      } else if (PREFIX.contains(name) && prefixPlace < 0) {
        prefixPlace = i;
      } else if (!name.isEmpty()) {
        ignored.add(this.header.get(i));
      }
    }
    if (prefixPlace >= 0 && !places.containsKey(PersonField.FAMILY_NAME)) {
      ignored.add(this.header.get(prefixPlace));
      prefixPlace = -1;
    }
    prefix = prefixPlace;
    requireNeeded(line);
  }

  /** The names that a column with that field may have. */
  static List<String> namesOf(PersonField field) {
    return NAMES.getOrDefault(field, List.of());
  }

  /** The columns that mean nothing to Uitrol, as the header spells them. */
  List<String> ignored() {
    return List.copyOf(ignored);
  }

  /** The raw cells by field. */
  Map<PersonField, String> cells(List<String> row) {
    Map<PersonField, String> cells = new EnumMap<>(PersonField.class);
    places.forEach((field, place) -> cells.put(field, row.get(place)));
    if (prefix >= 0) {
      cells.computeIfPresent(
          PersonField.FAMILY_NAME,
          (field, name) -> name.isBlank() ? name : row.get(prefix) + " " + name);
    }
    return cells;
  }

  /** The column as the header spells it. */
  String nameOf(PersonField field) {
    Integer place = places.get(field);
    return place == null ? field.key() : header.get(place);
  }

  private void place(PersonField field, int place, long line) {
    Integer earlier = places.putIfAbsent(field, place);
    if (earlier != null) {
      throw new UnreadablePeopleFile(
          line,
          "COLUMN_TWICE",
          "the columns '%s' (%d) and '%s' (%d) both tell the %s: keep one"
              .formatted(
                  header.get(earlier),
                  earlier + 1,
                  header.get(place),
                  place + 1,
                  canonical(field)));
    }
  }

  private void requireNeeded(long line) {
    List<String> missing = new ArrayList<>();
    if (!places.containsKey(PersonField.EMPLOYEE_NUMBER)
        && !places.containsKey(PersonField.EMAIL)) {
      missing.add(
          "a column that says who it is, an employee number (%s) or an e-mail address (%s)"
              .formatted(accepted(PersonField.EMPLOYEE_NUMBER), accepted(PersonField.EMAIL)));
    }
    if (!places.containsKey(PersonField.DEPARTMENT)) {
      missing.add("a column with the department (%s)".formatted(accepted(PersonField.DEPARTMENT)));
    }
    if (!missing.isEmpty()) {
      throw new UnreadablePeopleFile(
          line,
          "COLUMN_MISSING",
          "the header has no "
              + String.join("; and no ", missing)
              + "; it has: "
              + String.join(", ", header));
    }
  }

  private static String accepted(PersonField field) {
    return String.join(", ", NAMES.getOrDefault(field, List.of()));
  }

  private static String canonical(PersonField field) {
    return NAMES.getOrDefault(field, List.of(field.key())).get(0);
  }

  /** Letters and digits only, lower-case, so that {@code E-mail} and {@code E_Mail} are one. */
  static String key(String name) {
    StringBuilder key = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  private static Map<String, PersonField> byName() {
    Map<String, PersonField> fields = new HashMap<>();
    NAMES.forEach(
        (field, names) ->
            names.forEach(
                name -> {
                  @Nullable PersonField other = fields.put(key(name), field);
                  if (other != null && other != field) {
                    throw new IllegalStateException(
                        name + " means both " + field + " and " + other);
                  }
                }));
    return Map.copyOf(fields);
  }

  private static Map<PersonField, List<String>> names() {
    Map<PersonField, List<String>> names = new LinkedHashMap<>();
    names.put(
        PersonField.EMPLOYEE_NUMBER,
        List.of(
            "employee number",
            "employee id",
            "employee no",
            "personnel number",
            "staff number",
            "personeelsnummer",
            "personeelsnr",
            "medewerkernummer",
            "medewerkersnummer",
            "medewerkernr",
            "medewerker id",
            "werknemersnummer"));
    names.put(
        PersonField.EMAIL,
        List.of(
            "e-mail",
            "mail",
            "e-mail address",
            "work e-mail",
            "mail address",
            "e-mailadres",
            "mailadres",
            "werk e-mail",
            "zakelijk e-mailadres"));
    names.put(
        PersonField.GIVEN_NAME,
        List.of("given name", "first name", "forename", "voornaam", "roepnaam"));
    names.put(
        PersonField.FAMILY_NAME,
        List.of("family name", "last name", "surname", "achternaam", "familienaam"));
    names.put(
        PersonField.DISPLAY_NAME,
        List.of("display name", "full name", "name", "weergavenaam", "volledige naam", "naam"));
    names.put(
        PersonField.DEPARTMENT,
        List.of(
            "department",
            "department name",
            "team",
            "afdeling",
            "afdelingsnaam",
            "organisatieonderdeel"));
    names.put(
        PersonField.FUNCTION,
        List.of("function", "job title", "title", "role", "functie", "functienaam", "rol"));
    names.put(
        PersonField.SENIORITY,
        List.of("seniority", "level", "grade", "senioriteit", "niveau", "ervaring"));
    names.put(
        PersonField.LOCATION,
        List.of(
            "location", "office", "work location", "site", "standplaats", "locatie", "kantoor"));
    names.put(PersonField.COUNTRY, List.of("country", "country code", "land", "landcode"));
    names.put(
        PersonField.LANGUAGE, List.of("language", "preferred language", "taal", "voorkeurstaal"));
    names.put(PersonField.TIME_ZONE, List.of("time zone", "tijdzone"));
    names.put(
        PersonField.MANAGER,
        List.of(
            "manager",
            "manager number",
            "manager id",
            "manager e-mail",
            "supervisor",
            "leidinggevende",
            "leidinggevende nummer",
            "leidinggevende e-mail"));
    names.put(
        PersonField.EMPLOYMENT,
        List.of(
            "employment",
            "employment type",
            "type of employment",
            "contract type",
            "employee type",
            "worker type",
            "dienstverband",
            "soort dienstverband",
            "contractvorm",
            "contractsoort",
            "soort contract",
            "aanstelling"));
    names.put(
        PersonField.WORKDAYS, List.of("workdays", "working days", "werkdagen", "vaste werkdagen"));
    return names;
  }
}
