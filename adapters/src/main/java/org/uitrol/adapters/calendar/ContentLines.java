package org.uitrol.adapters.calendar;

import java.nio.charset.StandardCharsets;

/** How an iCalendar stream is divided into lines (RFC 5545, section 3.1). */
final class ContentLines {

  private static final int MOST_OCTETS = 75;
  private static final String FOLD = "\r\n ";

  private ContentLines() {}

  /**
   * Folds lines of more than 75 octets of UTF-8 between characters, never inside one.
   *
   * @param unfolded lines ended by CRLF
   */
  static String folded(String unfolded) {
    StringBuilder folded = new StringBuilder(unfolded.length() + unfolded.length() / 20);
    unfolded.lines().forEach(line -> foldInto(folded, line));
    return folded.toString();
  }

  private static void foldInto(StringBuilder folded, String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      String character = Character.toString(line.codePointAt(i));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MOST_OCTETS) {
        folded.append(FOLD);
        octets = 1;
      }
      folded.append(character);
      octets += size;
      i += character.length();
    }
    folded.append("\r\n");
  }
}
