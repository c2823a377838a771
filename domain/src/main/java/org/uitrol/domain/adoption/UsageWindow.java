package org.uitrol.domain.adoption;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;

/**
 * Four weeks that end on a day. It is the day of the latest report, not today: reports come up to
 * 72 hours late, and days of which nothing is known yet aren't days without use.
 *
 * @param until its last day
 */
public record UsageWindow(LocalDate until) {

  private static final int WEEK = 7;
  private static final int DAYS = 4 * WEEK;

  /** Reports correct so many of their last days afterwards. */
  private static final int UNSETTLED_DAYS = 3;

  public LocalDate from() {
    return until.minusDays(DAYS - 1L);
  }

  /** The last day of which no correction is to be expected. */
  public LocalDate settledUntil() {
    return until.minusDays(UNSETTLED_DAYS);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from()) && !day.isAfter(until);
  }

  /** In how many of the weeks there is one of the days. */
  int weeks(NavigableSet<LocalDate> days) {
    return (int)
        days.stream()
            .filter(this::contains)
            .map(day -> ChronoUnit.DAYS.between(day, until) / WEEK)
            .distinct()
            .count();
  }

  /** How many of so many days at least lie in it, of a period that may begin or end outside. */
  int atLeast(int days, LocalDate periodFrom, LocalDate periodUntil) {
    LocalDate first = periodFrom.isBefore(from()) ? from() : periodFrom;
    LocalDate last = periodUntil.isAfter(until) ? until : periodUntil;
    long within = Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
    long outside = ChronoUnit.DAYS.between(periodFrom, periodUntil) + 1 - within;
    return (int) Math.max(0, Math.min(within, days - outside));
  }

  /** How many weeks so many different days are spread over at least. */
  static int weeksOf(int days) {
    return (days + WEEK - 1) / WEEK;
  }
}
