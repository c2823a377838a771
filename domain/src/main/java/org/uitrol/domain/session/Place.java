package org.uitrol.domain.session;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When and where a session is. The wall clock is what people agreed on, so it is kept with its zone
 * and never as a bare instant (decision 0005).
 *
 * @param start wall-clock time in {@code zone}
 * @param minutes length, 1 or more
 * @param room where
 */
public record Place(LocalDateTime start, ZoneId zone, int minutes, Room room) {

  /** Whether a session ends on the day on which it starts, which every session has to. */
  public static boolean endsBeforeMidnight(LocalTime start, int minutes) {
    return start.toSecondOfDay() / 60 + minutes < Duration.ofDays(1).toMinutes();
  }

  public ZonedDateTime startsAt() {
    return start.atZone(zone);
  }

  public ZonedDateTime endsAt() {
    return startsAt().plus(Duration.ofMinutes(minutes));
  }
}
