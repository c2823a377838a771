package org.uitrol.domain.survey.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells whether two texts say the same: exports differ in spaces, capitals and full stops. */
public final class Wording {

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
  private static final String AROUND = " .:;?!*\"'“”‘’«»";

  private Wording() {}

  /** The same for texts that say the same; empty for a text that says nothing. */
  public static String key(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String spaced = SPACES.matcher(plain).replaceAll(" ");
    int from = 0;
    int to = spaced.length();
    while (from < to && AROUND.indexOf(spaced.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && AROUND.indexOf(spaced.charAt(to - 1)) >= 0) {
      to--;
    }
    return spaced.substring(from, to);
  }

  /** As {@link #key}, of letters and digits alone, for codes such as {@code job_worry}. */
  static String code(String text) {
    StringBuilder code = new StringBuilder();
    key(text).codePoints().filter(Character::isLetterOrDigit).forEach(code::appendCodePoint);
    return code.toString();
  }
}
