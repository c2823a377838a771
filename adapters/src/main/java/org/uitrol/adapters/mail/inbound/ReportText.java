package org.uitrol.adapters.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A report in words: what it says, and the header of the mail that it quotes below.
 *
 * @param lines what it says
 * @param returned the header of the mail it is about, as far as it is quoted
 */
record ReportText(List<String> lines, Headers returned) {

  private static final int MOST_LINES = 3_000;
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_APART = 100;
  private static final int LONGEST_APART = 40_000;

  /** Above the copy of the mail. */
  private static final Pattern BELOW =
      Pattern.compile(
          "[-|=_ *]*(?:this is a copy of|below (?:is|this line is) a copy|original message(?: headers?"
              + "| follows)?\\b|(?:start of )?returned (?:message|mail)|message text follows|"
              + "included is a copy|unsent message below|the following is a copy|copy of the"
              + " message|body of message|message header follows|the body of your message|"
              + "undelivered message|your original message|message follows|headers? of the original|"
              + "transcript of the message|oorspronkelijk bericht|oorspronkelijke bericht|urspr.ngliche"
              + " nachricht).{0,120}");

  /** A header begins like this, whatever stands above it in whatever language. */
  private static final Pattern HEADER =
      Pattern.compile("(?:received|return-path|dkim-signature|x-received|arc-seal): .{0,1990}");

  private static final Pattern AT_START =
      Pattern.compile(
          "[-*>\\s]{0,8}(?:to: ?)?[<\"'(]?("
              + Addresses.PATTERN
              + ")[>\"')]?(?:<mailto:[^>]{1,300}>)?(?:[:;,.]|\\s|\\.{3}|$)(.*)");
  private static final Pattern LINKED = Pattern.compile("<mailto:(" + Addresses.PATTERN + ")>");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:recipients?|address(?:es)?|(?:message|mail) (?:was not delivered )?to|deliver(?:ed|y)?"
              + " to|sent to|reach|ontvanger|empf.nger|destinataire)(?: [a-z'()]{1,20}){0,5} ?:?"
              + " ?[<\"']?("
              + Addresses.PATTERN
              + ")",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_SENDER =
      Pattern.compile(
          ".{0,200}(?:sent by|message from|mail from|contact|write to|assistance).{0,60}");

  /** One recipient, and what stands with it. */
  record Entry(String recipient, String words) {}

  ReportText {
    lines = List.copyOf(lines);
  }

  static ReportText of(String text) {
    List<String> said = new ArrayList<>();
    String[] all = text.split("\r?\n|\r", MOST_LINES);
    for (int i = 0; i < all.length; i++) {
      String line = all[i].length() <= LONGEST_LINE ? all[i] : all[i].substring(0, LONGEST_LINE);
      String lower = line.toLowerCase(Locale.ROOT);
      boolean marked = BELOW.matcher(lower.strip()).matches();
      if (marked || HEADER.matcher(lower).matches()) {
        return new ReportText(said, quoted(all, marked ? i + 1 : i));
      }
      said.add(line);
    }
    return new ReportText(said, new Headers(List.of()));
  }

  private static Headers quoted(String[] lines, int from) {
    int start = from;
    while (start < lines.length && lines[start].isBlank()) {
      start++;
    }
    StringBuilder header = new StringBuilder();
    for (int i = start; i < lines.length && !lines[i].isBlank(); i++) {
      header.append(lines[i]).append('\n');
    }
    return Headers.of(header.toString());
  }

  String said() {
    return String.join("\n", lines);
  }

  /** The recipients it names at the start of a line, else in a link, else in a sentence. */
  List<Entry> entries() {
    List<Entry> entries = atLineStarts();
    if (entries.isEmpty()) {
      entries = found(LINKED);
    }
    return entries.isEmpty() ? found(NAMED) : entries;
  }

  /** What stands with an address, up to where another one begins. */
  String around(String address, List<String> others) {
    String text = said();
    if (others.size() > MOST_APART || text.length() > LONGEST_APART) {
      return "";
    }
    String lower = text.toLowerCase(Locale.ROOT);
    int start = address.isEmpty() ? -1 : lower.indexOf(address.toLowerCase(Locale.ROOT));
    if (start < 0 || others.size() < 2) {
      return text;
    }
    int end = text.length();
    for (String other : others) {
      int at =
          other.equalsIgnoreCase(address)
              ? -1
              : lower.indexOf(other.toLowerCase(Locale.ROOT), start + address.length());
      end = at > 0 ? Math.min(end, at) : end;
    }
    return text.substring(start, end);
  }

  private List<Entry> atLineStarts() {
    List<Entry> entries = new ArrayList<>();
    String recipient = "";
    StringBuilder words = new StringBuilder();
    String before = "";
    for (String line : lines) {
      Matcher matcher = AT_START.matcher(line);
      boolean sender = OF_SENDER.matcher(before.toLowerCase(Locale.ROOT)).matches();
      if (matcher.matches() && !sender) {
        String address = Addresses.trimmed(matcher.group(1));
        if (!address.equalsIgnoreCase(recipient)) {
          add(entries, recipient, words);
          recipient = address;
          words = new StringBuilder();
        }
        words.append(matcher.group(2));
      } else {
        words.append(line);
      }
      words.append('\n');
      before = line.isBlank() ? before : line;
    }
    add(entries, recipient, words);
    return entries;
  }

  private static void add(List<Entry> entries, String recipient, StringBuilder words) {
    if (recipient.isEmpty()) {
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.recipient.equalsIgnoreCase(recipient)) {
        entries.set(i, new Entry(entry.recipient, entry.words + words));
        return;
      }
    }
    entries.add(new Entry(recipient, words.toString()));
  }

  private List<Entry> found(Pattern pattern) {
    String text = said();
    Matcher matcher = pattern.matcher(text);
    return matcher
        .results()
        .map(found -> Addresses.trimmed(found.group(1)))
        .distinct()
        .limit(100)
        .map(address -> new Entry(address, text))
        .collect(Collectors.toUnmodifiableList());
  }
}
