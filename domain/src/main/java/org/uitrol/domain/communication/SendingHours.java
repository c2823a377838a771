package org.uitrol.domain.communication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * The hours in which mail leaves that can wait: on the working days of its campaign, and in the
 * reader's own zone too, so that nobody is written to at night.
 *
 * @param from the first moment of a day
 * @param until the first moment after it, later on the same day
 */
public record SendingHours(LocalTime from, LocalTime until) {

  /** Hours of two places far apart may never meet; then the campaign's alone count. */
  private static final int MOST_STEPS = 60;

  /** The end of a day, as ISO 8601 writes it. */
  private static final String MIDNIGHT = "24:00";

  public SendingHours {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("mail is sent from " + from + ", so until a later hour");
    }
  }

  /**
   * Reads hours such as {@code 07:00-20:00}; {@code 00:00-24:00} is always.
   *
   * @throws IllegalArgumentException when they are anything else; the text says what is allowed
   */
  public static SendingHours of(String hours) {
    int dash = hours.indexOf('-');
    String until = hours.substring(dash + 1).strip();
    try {
      return new SendingHours(
          LocalTime.parse(hours.substring(0, Math.max(dash, 0)).strip()),
          until.equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(until));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "hours in which mail is sent look like 07:00-20:00, not '" + hours + "'", e);
    }
  }

  /** That moment when mail may leave, else the next one at which it may. */
  public Instant next(Instant moment, WorkingCalendar calendar, ZoneId reader) {
    Instant next = atWork(moment, calendar);
    for (int step = 0; step < MOST_STEPS; step++) {
      Instant awake = awake(next, reader);
      if (awake.equals(next)) {
        return next;
      }
      next = atWork(awake, calendar);
    }
    return atWork(moment, calendar);
  }

  private Instant atWork(Instant moment, WorkingCalendar calendar) {
    ZoneId zone = calendar.zone();
    LocalDate date = calendar.onOrAfter(moment.atZone(zone).toLocalDate());
    if (!moment.isBefore(at(date, until, zone))) {
      date = calendar.onOrAfter(date.plusDays(1));
    }
    Instant opening = at(date, from, zone);
    return moment.isBefore(opening) ? opening : moment;
  }

  /** That moment when it is an hour for mail in a zone, else the next one at which it is. */
  public Instant awake(Instant moment, ZoneId zone) {
    LocalDate date = moment.atZone(zone).toLocalDate();
    if (!moment.isBefore(at(date, until, zone))) {
      date = date.plusDays(1);
    }
    Instant morning = at(date, from, zone);
    return moment.isBefore(morning) ? morning : moment;
  }

  private static Instant at(LocalDate date, LocalTime time, ZoneId zone) {
    return date.atTime(time).atZone(zone).toInstant();
  }
}
