package org.uitrol.application.session;

import org.jspecify.annotations.Nullable;

/**
 * Whether somebody was there.
 *
 * @param line where the row is in its list, counted from 1
 * @param who an e-mail address or employee number
 * @param attended what the list says; ignored when it says how long
 * @param seconds how long the person was there; null when the list doesn't say
 */
public record AttendanceRow(long line, String who, boolean attended, @Nullable Integer seconds) {

  private static final int HALVES = 2;
  private static final int SECONDS_PER_MINUTE = 60;

  public AttendanceRow(long line, String who, boolean attended) {
    this(line, who, attended, null);
  }

  /** A list that says how long somebody was there. */
  public static AttendanceRow of(long line, String who, int seconds) {
    return new AttendanceRow(line, who, seconds > 0, seconds);
  }

  /** The same person, who came in another time. */
  public AttendanceRow and(AttendanceRow again) {
    return of(
        line, who, (seconds == null ? 0 : seconds) + (again.seconds == null ? 0 : again.seconds));
  }

  /**
   * Whether the person counts as having been at a session: whoever was there for half of it or
   * more.
   */
  public boolean attended(int minutes) {
    return seconds == null ? attended : seconds * HALVES >= minutes * SECONDS_PER_MINUTE;
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "attendance in line " + line;
  }
}
