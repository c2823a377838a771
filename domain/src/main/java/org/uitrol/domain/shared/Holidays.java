package org.uitrol.domain.shared;

import java.time.LocalDate;

/** Which days are public holidays. Implementations are pure look-ups, safe for many threads. */
@FunctionalInterface
public interface Holidays {

  /**
   * Whether that date is a public holiday in that country.
   *
   * @param country ISO 3166-1 alpha-2 code, upper case
   * @param date a date on that country's calendar
   */
  boolean isHoliday(String country, LocalDate date);
}
