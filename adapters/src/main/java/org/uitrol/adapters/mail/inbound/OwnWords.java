package org.uitrol.adapters.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody wrote in a mail, without the mail below it that they answer. */
final class OwnWords {

  private static final int MOST_LINES = 1_000;
  private static final int LONGEST_LINE = 2_000;

  /** What mail programs put above what is answered, in Dutch, English and German. */
  private static final Pattern ABOVE =
      Pattern.compile(
          "[-_ ]*(?:original message|oorspronkelijk bericht|urspr.ngliche nachricht|"
              + "forwarded message|doorgestuurd bericht)[-_ ]*|"
              + "_{10,}|"
              + "(?:on|op|am) .{4,200} (?:wrote|schreef|schrieb).{0,200}:|"
              + "(?:on|op|am) .{4,200} (?:heeft|hat) .{0,200}(?:geschreven|geschrieben):");

  /** The head of what is answered, as Outlook repeats it; the next line tells that it is one. */
  private static final Pattern FROM = Pattern.compile("[*]?(?:from|van|von):.{1,300}");

  private static final Pattern SENT =
      Pattern.compile("[*]?(?:sent|date|verzonden|datum|gesendet):.{1,300}");

  private OwnWords() {}

  static String of(String text) {
    List<String> own = new ArrayList<>();
    String[] lines = text.split("\r?\n|\r", MOST_LINES);
    for (int i = 0; i < lines.length; i++) {
      String line = shortened(lines[i]);
      if (line.equals("-- ") || line.equals("--") || isAbove(lines, i)) {
        break;
      }
      if (!line.startsWith(">")) {
        own.add(line.stripTrailing());
      }
    }
    return String.join("\n", own).strip().replaceAll("\n{3,}", "\n\n");
  }

  /** Some programs break the line in two. */
  private static boolean isAbove(String[] lines, int at) {
    String line = plain(lines[at]);
    String next = at + 1 < lines.length ? plain(lines[at + 1]) : "";
    return ABOVE.matcher(line).matches()
        || (ABOVE.matcher(line + " " + next).matches() && next.endsWith(":"))
        || (FROM.matcher(line).matches() && SENT.matcher(next).matches());
  }

  private static String plain(String line) {
    return shortened(line).strip().toLowerCase(Locale.ROOT);
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
  }
}
