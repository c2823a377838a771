package org.uitrol.adapters.mail.inbound;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A Content-Type (RFC 2045, section 5.1), read as far as it can be.
 *
 * @param type such as {@code text/plain}, in lower case
 * @param parameters by their name in lower case
 */
record ContentHeader(String type, Map<String, String> parameters) {

  private static final int MOST_PARAMETERS = 30;

  ContentHeader {
    parameters = Map.copyOf(parameters);
  }

  static ContentHeader of(String value) {
    int semicolon = value.indexOf(';');
    String type = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    Map<String, String> parameters = new HashMap<>();
    int at = semicolon;
    while (at >= 0 && at < value.length() && parameters.size() < MOST_PARAMETERS) {
      int equals = value.indexOf('=', at + 1);
      if (equals < 0) {
        break;
      }
      String name = value.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
      int start = equals + 1;
      while (start < value.length() && Character.isWhitespace(value.charAt(start))) {
        start++;
      }
      boolean quoted = start < value.length() && value.charAt(start) == '"';
      int end = quoted ? closing(value, start + 1) : value.indexOf(';', start);
      end = end < 0 ? value.length() : end;
      String text = value.substring(quoted ? start + 1 : start, end);
      parameters.putIfAbsent(name, quoted ? text.replace("\\", "") : text.strip());
      at = value.indexOf(';', end);
    }
    return new ContentHeader(type.isEmpty() ? "text/plain" : lower(type), parameters);
  }

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static String lower(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private static int closing(String value, int from) {
    for (int i = from; i < value.length(); i++) {
      if (value.charAt(i) == '\\') {
        i++;
      } else if (value.charAt(i) == '"') {
        return i;
      }
    }
    return value.length();
  }
}
