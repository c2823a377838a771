package org.uitrol.adapters.xapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the Experience API writes moments, durations, languages and identifiers. */
final class Formats {

  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
          Pattern.CASE_INSENSITIVE);

  private static final String ZONE = "(Z|[+-]\\d{2}(?::?\\d{2})?)?";

  /** ISO 8601, extended and basic. */
  private static final Pattern EXTENDED =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})[Tt](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,18}))?)?"
              + ZONE);

  private static final Pattern BASIC =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})[Tt](\\d{2})(\\d{2})(?:(\\d{2})(?:[.,](\\d{1,18}))?)?" + ZONE);

  private static final String PART = "\\d+(?:[.,]\\d+)?";

  /** ISO 8601:2004, section 4.4.3.2; the smallest part alone may have a fraction. */
  private static final Pattern DURATION =
      Pattern.compile(
          "P(?=.)(?!.*[.,]\\d+[A-Z].)(?:#W|(?:#Y)?(?:#M)?(?:#D)?(?:T(?=\\d)(?:#H)?(?:#M)?(?:#S)?)?)"
              .replace("#", PART));

  /** Well-formed by RFC 5646, section 2.1, with the irregular ones that it keeps. */
  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\\d{3}))?"
              + "(?:-(?:[a-z0-9]{5,8}|\\d[a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"
              + "(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|en-gb-oed|sgn-(?:be-fr|be-nl|ch-de)"
              + "|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MAILBOX =
      Pattern.compile("mailto:[^\\s@:/?#]{1,64}@[^\\s@:/?#]{1,255}");

  private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");
  private static final Pattern SHA2 = Pattern.compile("[0-9a-fA-F]{56,128}");
  private static final Pattern VERSION = Pattern.compile("1\\.0(?:\\.\\d{1,9})?");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "[A-Za-z0-9!#$&^_.+-]{1,127}/[A-Za-z0-9!#$&^_.+-]{1,127}(?:\\s*;\\s*[^\\s;=]+=[^;]+)*");

  private Formats() {}

  static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  static boolean isDuration(String text) {
    return text.length() <= 200 && DURATION.matcher(text).matches();
  }

  static boolean isLanguage(String text) {
    return text.length() <= 200 && LANGUAGE.matcher(text).matches();
  }

  static boolean isMailbox(String text) {
    return MAILBOX.matcher(text).matches();
  }

  static boolean isSha1(String text) {
    return SHA1.matcher(text).matches();
  }

  static boolean isSha2(String text) {
    return SHA2.matcher(text).matches();
  }

  static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  static boolean isMediaType(String text) {
    return text.length() <= 400 && MEDIA_TYPE.matcher(text).matches();
  }

  /**
   * A moment; empty when the text is none. Without an offset it is in UTC. The offset {@code
   * -00:00} says that nobody knows, and is none.
   */
  static Optional<Instant> moment(String text) {
    Matcher extended = EXTENDED.matcher(text);
    if (extended.matches()) {
      return moment(extended);
    }
    Matcher basic = BASIC.matcher(text);
    return basic.matches() ? moment(basic) : Optional.empty();
  }

  private static Optional<Instant> moment(Matcher parts) {
    String second = parts.group(6);
    String fraction = parts.group(7);
    try {
      return zone(parts.group(8))
          .map(
              zone ->
                  LocalDateTime.of(
                          number(parts, 1),
                          number(parts, 2),
                          number(parts, 3),
                          number(parts, 4),
                          number(parts, 5),
                          second == null ? 0 : Integer.parseInt(second),
                          fraction == null
                              ? 0
                              : Integer.parseInt((fraction + "000000000").substring(0, 9)))
                      .toInstant(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static Optional<ZoneOffset> zone(@Nullable String text) {
    if (text == null || text.toUpperCase(Locale.ROOT).equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    String digits = text.replace(":", "");
    if (digits.equals("-00") || digits.equals("-0000")) {
      return Optional.empty();
    }
    return Optional.of(ZoneOffset.of(digits));
  }
}
