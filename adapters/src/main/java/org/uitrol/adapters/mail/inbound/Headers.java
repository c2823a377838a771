package org.uitrol.adapters.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The header of a message or part, or the fields of a report, as tolerantly as can be: lines that
 * are neither a field nor its continuation are passed over.
 */
record Headers(List<Field> fields) {

  private static final int MOST_FIELDS = 2_000;
  private static final int LONGEST_VALUE = 32_000;

  /**
   * @param name in lower case
   * @param value unfolded
   */
  record Field(String name, String value) {}

  Headers {
    fields = List.copyOf(fields);
  }

  static Headers of(String text) {
    List<Field> fields = new ArrayList<>();
    String name = "";
    StringBuilder value = new StringBuilder();
    for (String line : text.split("\r?\n|\r", MOST_FIELDS * 4)) {
      boolean continued = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
      int colon = line.indexOf(':');
      if (continued) {
        if (value.length() < LONGEST_VALUE) {
          value.append(' ').append(line.strip());
        }
      } else if (colon > 0 && isName(line, colon)) {
        add(fields, name, value);
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        value = new StringBuilder(line.substring(colon + 1).strip());
      }
    }
    add(fields, name, value);
    return new Headers(fields);
  }

  static Headers of(byte[] bytes) {
    return of(Charsets.decode(bytes, StandardCharsets.UTF_8.name()));
  }

  private static void add(List<Field> fields, String name, StringBuilder value) {
    if (!name.isEmpty() && fields.size() < MOST_FIELDS) {
      value.setLength(Math.min(value.length(), LONGEST_VALUE));
      fields.add(new Field(name, value.toString().strip()));
    }
  }

  /** The first field of that name, or an empty text. */
  String first(String name) {
    return fields.stream()
        .filter(field -> field.name.equals(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  List<String> all(String name) {
    return fields.stream().filter(field -> field.name.equals(name)).map(Field::value).toList();
  }

  boolean has(String name) {
    return fields.stream().anyMatch(field -> field.name.equals(name));
  }

  /** Whether a line begins a field: a name of visible characters, then a colon. */
  static boolean isField(String line) {
    int colon = line.indexOf(':');
    return colon > 0 && isName(line, colon);
  }

  private static boolean isName(String line, int colon) {
    if (colon > 76) {
      return false;
    }
    for (int i = 0; i < colon; i++) {
      char c = line.charAt(i);
      if (c <= ' ' ? i == 0 || !line.substring(i, colon).isBlank() : c > '~') {
        return false;
      }
    }
    return true;
  }
}
