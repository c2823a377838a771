package org.uitrol.adapters.travel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.uitrol.domain.shared.Rejected;

/**
 * A moment as an address says it: {@code 2027-03-03} for all of that day, {@code 2027-03-03T10:15}
 * on the clock of the organisation, or one with an offset (RFC 3339).
 */
final class AskedMoment {

  private static final int DATE = "2027-03-03".length();
  private static final int WALL_CLOCK = "2027-03-03T10:15:00".length();

  private AskedMoment() {}

  /**
   * The moment; all that happened in the last named second, minute or day is before it.
   *
   * @param parameter of the address in which it stands
   * @throws Rejected {@code MOMENT_INVALID} when it is none, {@code MOMENT_TO_COME} when it is
   *     after {@code now} and no day that has begun
   */
  static Instant read(String parameter, String typed, ZoneId zone, Instant now) {
    String text = typed.strip();
    try {
      if (text.length() == DATE) {
        return day(parameter, LocalDate.parse(text), zone, now);
      }
      Instant moment =
          text.length() <= WALL_CLOCK
              ? endOf(LocalDateTime.parse(text), text, zone)
              : OffsetDateTime.parse(text).toInstant();
      // What was typed may name the minute that is still going on.
      refuseToCome(parameter, text, moment.minusSeconds(60), now);
      return moment.isAfter(now) ? now : moment;
    } catch (DateTimeException e) {
      throw new Rejected("MOMENT_INVALID", Map.of("parameter", parameter, "typed", text));
    }
  }

  private static Instant day(String parameter, LocalDate day, ZoneId zone, Instant now) {
    Instant begin = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    if (end.isBefore(now)) {
      return end;
    }
    refuseToCome(parameter, day.toString(), begin, now);
    return now;
  }

  private static Instant endOf(LocalDateTime moment, String text, ZoneId zone) {
    LocalDateTime next = text.length() < WALL_CLOCK ? moment.plusMinutes(1) : moment.plusSeconds(1);
    return next.atZone(zone).toInstant().minusMillis(1);
  }

  private static void refuseToCome(String parameter, String typed, Instant moment, Instant now) {
    if (moment.isAfter(now)) {
      throw new Rejected("MOMENT_TO_COME", Map.of("parameter", parameter, "typed", typed));
    }
  }
}
