package org.uitrol.adapters.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Rejected;

/**
 * Public holidays of a whole country from the jollyday library; those of a region or of banks only,
 * and days that are observed but worked on, don't count.
 *
 * <p>For the Netherlands that means: King's Day is 27 April, or the 26th when the 27th is a Sunday;
 * Good Friday is a working day; Liberation Day, 5 May, is a holiday in every year since 1990, not
 * only in every fifth, as the government has appointed it a national holiday. Whether it is a day
 * off is up to an employer: one that works on it can't say so here, one that closes on Good Friday
 * names it among the closed days of the plan.
 *
 * <p>Years are worked out once and kept. Safe for many threads.
 */
public final class JollydayHolidays implements Holidays {

  private final Set<String> countries;
  private final Map<CountryYear, Set<LocalDate>> known = new ConcurrentHashMap<>();

  public JollydayHolidays() {
    countries =
        withOwnClassLoader(HolidayManager::getSupportedCalendarCodes).stream()
            .map(code -> code.toUpperCase(Locale.ROOT))
            .filter(code -> code.matches("[A-Z]{2}"))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The codes that {@link #isHoliday} knows, ISO 3166-1 alpha-2 in upper case, sorted. */
  public Set<String> countries() {
    return new TreeSet<>(countries);
  }

  /**
   * {@inheritDoc}
   *
   * @throws Rejected {@code UNKNOWN_COUNTRY} with the countries that are known
   */
  @Override
  public boolean isHoliday(String country, LocalDate date) {
    return known
        .computeIfAbsent(new CountryYear(country, date.getYear()), this::workOut)
        .contains(date);
  }

  private Set<LocalDate> workOut(CountryYear wanted) {
    if (!countries.contains(wanted.country())) {
      throw new Rejected(
          "UNKNOWN_COUNTRY",
          Map.of("country", wanted.country(), "known", String.join(", ", countries)));
    }
    return withOwnClassLoader(
        () ->
            HolidayManager.getInstance(
                    ManagerParameters.create(wanted.country().toLowerCase(Locale.ROOT)))
                .getHolidays(Year.of(wanted.year()), HolidayType.PUBLIC_HOLIDAY)
                .stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** Jollyday finds its files by the thread's class loader, which a pool's thread may lack. */
  private static <T> T withOwnClassLoader(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(JollydayHolidays.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private record CountryYear(String country, int year) {}
}
