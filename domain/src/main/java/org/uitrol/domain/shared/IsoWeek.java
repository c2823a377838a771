package org.uitrol.domain.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/**
 * A week that begins on Monday, by ISO 8601: the first one of a year is the one with its first
 * Thursday. So days around New Year may belong to a week of the other year: 30 December 2024 is in
 * week 1 of 2025, 1 January 2027 in week 53 of 2026.
 *
 * @param year the year that the week belongs to
 * @param week 1 to 53
 */
public record IsoWeek(int year, int week) {

  public static IsoWeek of(LocalDate date) {
    return new IsoWeek(
        date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** Its first day. */
  public LocalDate monday() {
    return LocalDate.of(year, 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
        .with(DayOfWeek.MONDAY);
  }

  /** As ISO 8601 writes it, for instance {@code 2026-W53}. */
  @Override
  public String toString() {
    return "%d-W%02d".formatted(year, week);
  }
}
