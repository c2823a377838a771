package org.uitrol.adapters.files;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what a cell says. A text that they would take for a formula gets
 * an apostrophe in front (OWASP, "CSV injection"); plain numbers stay as they are.
 */
public final class SpreadsheetCell {

  /** What begins a formula, also in full width and behind white space. */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[\\s\\u00a0\\ufeff]*[=+\\-@＝＋－＠|%].*");

  private static final Pattern CONTROL = Pattern.compile("(?s)[\\t\\r\\n].*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?");

  private SpreadsheetCell() {}

  /** The text as it can be written into a cell. */
  public static String safe(String text) {
    boolean risky = FORMULA.matcher(text).matches() || CONTROL.matcher(text).matches();
    return risky && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
