package org.uitrol.domain.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an organisation works, as a campaign file says it.
 *
 * @param zone whose wall clock the hours are on
 * @param country whose public holidays are kept, ISO 3166-1 alpha-2, upper case
 * @param days the days of the week on which people work, at least one
 * @param opens first moment of a working day
 * @param closes first moment after a working day; later than {@code opens}
 * @param closed spans of days on which nothing happens, or nothing after some hour, both ends
 *     included
 */
public record CalendarRule(
    ZoneId zone,
    String country,
    Set<DayOfWeek> days,
    LocalTime opens,
    LocalTime closes,
    List<Closed> closed) {

  public CalendarRule {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a calendar needs at least one working day a week");
    }
    if (!closes.isAfter(opens)) {
      throw new IllegalArgumentException("the working day must close after it opens");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    closed = List.copyOf(closed);
  }

  /**
   * Days on which the organisation is closed.
   *
   * @param from the first such day
   * @param to the last such day
   * @param why shown to people who ask why nothing was planned
   * @param at when it closes on those days; null when it doesn't open at all
   */
  public record Closed(LocalDate from, LocalDate to, String why, @Nullable LocalTime at) {

    /** Whole days. */
    public Closed(LocalDate from, LocalDate to, String why) {
      this(from, to, why, null);
    }

    public Closed {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a closed span can't end before it begins");
      }
    }

    boolean covers(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }
  }
}
