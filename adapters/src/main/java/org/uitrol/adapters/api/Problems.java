package org.uitrol.adapters.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.uitrol.domain.shared.Rejected;

/** Says what went wrong as RFC 9457 has it, with a code that stays the same. */
public final class Problems {

  private static final String TYPE = "urn:uitrol:problem:";

  private Problems() {}

  /**
   * A problem.
   *
   * @param code stable, upper-case words joined by underscores
   * @param detail in English, for people
   */
  public static ProblemDetail of(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE + code.toLowerCase(Locale.ROOT).replace('_', '-')));
    problem.setTitle(title(code));
    problem.setProperty("code", code);
    return problem;
  }

  /** A broken rule, with the facts that it saw. */
  public static ProblemDetail of(Rejected refused) {
    ProblemDetail problem =
        of(status(refused.code()), refused.code(), title(refused.code()) + facts(refused));
    if (!refused.facts().isEmpty()) {
      problem.setProperty("facts", plain(refused.facts()));
    }
    return problem;
  }

  /** Facts as texts, numbers and truths, so that they look the same in every answer. */
  public static Map<String, Object> plain(Map<String, Object> facts) {
    Map<String, Object> plain = new LinkedHashMap<>();
    facts.forEach(
        (name, value) ->
            plain.put(
                name,
                value instanceof Number || value instanceof Boolean
                    ? value
                    : String.valueOf(value)));
    return plain;
  }

  /** What is asked for isn't there; what is sent can't be; or it doesn't fit the present state. */
  private static HttpStatus status(String code) {
    if (code.startsWith("UNKNOWN_")) {
      return HttpStatus.NOT_FOUND;
    }
    return code.endsWith("_INVALID") || code.endsWith("_MISSING")
        ? HttpStatus.UNPROCESSABLE_CONTENT
        : HttpStatus.CONFLICT;
  }

  private static String title(String code) {
    String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String facts(Rejected refused) {
    StringBuilder words = new StringBuilder();
    refused
        .facts()
        .forEach(
            (name, value) ->
                words.append(words.isEmpty() ? ": " : ", ").append(name).append(' ').append(value));
    return words.toString();
  }
}
