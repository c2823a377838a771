package org.uitrol.application.session;

/**
 * Whether somebody was there.
 *
 * @param line where the row is in its list, counted from 1
 * @param who an e-mail address or employee number
 */
public record AttendanceRow(long line, String who, boolean attended) {

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "attendance in line " + line;
  }
}
