package org.uitrol.adapters.mail.inbound;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.uitrol.application.communication.inbound.Cause;

/** Enhanced status codes (RFC 3463 and its registry) and reply codes (RFC 5321) in texts. */
final class Statuses {

  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.A-Za-z/=-])([245])\\.([0-7])\\.(\\d{1,3})(?!\\d|\\.\\d)");
  private static final Pattern AFTER_REPLY =
      Pattern.compile("(?<![\\d.])[245]\\d\\d[- ]'?#?([245]\\.[0-7]\\.\\d{1,3})(?!\\d|\\.\\d)");
  private static final Pattern REPLY =
      Pattern.compile(
          "(?<![\\w.:\\[#=/-])([245][0-5]\\d)(?=[- ](?!\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d))");

  /** By subject and detail. */
  private static final Map<String, Cause> MEANING =
      Map.ofEntries(
          Map.entry("1.0", Cause.UNKNOWN_USER),
          Map.entry("1.1", Cause.UNKNOWN_USER),
          Map.entry("1.2", Cause.UNKNOWN_HOST),
          Map.entry("1.3", Cause.UNKNOWN_USER),
          Map.entry("1.4", Cause.FILTERED),
          Map.entry("1.6", Cause.MOVED),
          Map.entry("1.7", Cause.REJECTED),
          Map.entry("1.8", Cause.REJECTED),
          Map.entry("1.9", Cause.SYSTEM),
          Map.entry("1.10", Cause.NO_MAIL_THERE),
          Map.entry("2.0", Cause.FILTERED),
          Map.entry("2.1", Cause.SUSPENDED),
          Map.entry("2.2", Cause.MAILBOX_FULL),
          Map.entry("2.3", Cause.TOO_BIG),
          Map.entry("2.4", Cause.FILTERED),
          Map.entry("3.1", Cause.SYSTEM_FULL),
          Map.entry("3.2", Cause.TOO_MUCH),
          Map.entry("3.4", Cause.TOO_BIG),
          Map.entry("4.1", Cause.EXPIRED),
          Map.entry("4.5", Cause.SYSTEM_FULL),
          Map.entry("4.7", Cause.EXPIRED),
          Map.entry("5.3", Cause.TOO_MUCH),
          Map.entry("7.13", Cause.SUSPENDED),
          Map.entry("7.17", Cause.MOVED),
          Map.entry("7.18", Cause.MOVED),
          Map.entry("7.20", Cause.NOT_AUTHENTICATED),
          Map.entry("7.21", Cause.NOT_AUTHENTICATED),
          Map.entry("7.22", Cause.NOT_AUTHENTICATED),
          Map.entry("7.23", Cause.NOT_AUTHENTICATED),
          Map.entry("7.24", Cause.NOT_AUTHENTICATED),
          Map.entry("7.25", Cause.NO_REVERSE_NAME),
          Map.entry("7.26", Cause.NOT_AUTHENTICATED),
          Map.entry("7.27", Cause.REJECTED));

  /** By subject alone. */
  private static final Map<String, Cause> SUBJECT =
      Map.of(
          "1", Cause.UNKNOWN_USER,
          "2", Cause.FILTERED,
          "3", Cause.SYSTEM,
          "4", Cause.NETWORK,
          "5", Cause.SYNTAX,
          "6", Cause.CONTENT,
          "7", Cause.SECURITY);

  private Statuses() {}

  /** The first status in a field such as {@code 5.0.0 (permanent failure)}, or an empty text. */
  static String first(String text) {
    Matcher matcher = STATUS.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /**
   * The status that says most: that of the field unless it only says <em>failed</em> or
   * <em>expired</em> and the texts know more.
   */
  static String best(String field, String... texts) {
    String given = first(field);
    if (isTelling(given)) {
      return given;
    }
    String vague = given;
    for (String text : texts) {
      String found = telling(text);
      if (!found.isEmpty()) {
        return found;
      }
      vague = vague.isEmpty() ? first(text) : vague;
    }
    return vague;
  }

  private static String telling(String text) {
    Matcher afterReply = AFTER_REPLY.matcher(text);
    while (afterReply.find()) {
      if (isTelling(afterReply.group(1))) {
        return afterReply.group(1);
      }
    }
    Matcher any = STATUS.matcher(text);
    while (any.find()) {
      if (isTelling(any.group())) {
        return any.group();
      }
    }
    return "";
  }

  private static boolean isTelling(String status) {
    return !status.isEmpty() && !status.endsWith(".0.0") && !status.endsWith(".4.7");
  }

  /** What a status means by itself; empty for one that says nothing. */
  static Optional<Cause> cause(String status) {
    if (status.length() < 5 || status.endsWith(".0.0")) {
      return Optional.empty();
    }
    if (status.charAt(0) == '2') {
      return Optional.of(Cause.DELIVERED);
    }
    String kind = status.substring(2);
    Cause exact = MEANING.get(kind);
    return Optional.ofNullable(exact == null ? SUBJECT.get(kind.substring(0, 1)) : exact);
  }

  /** The first reply code of a server in a text, or 0. */
  static int reply(String text) {
    Matcher matcher = REPLY.matcher(text + " ");
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
