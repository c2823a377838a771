package org.uitrol.domain.shared;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Days of the week as they are kept, for instance {@code mon tue thu}. */
public final class Weekdays {

  /** What each day is called, from Monday to Sunday. */
  public static final List<String> KEYS =
      Arrays.stream(DayOfWeek.values())
          .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
          .toList();

  private Weekdays() {}

  /** The days of a text that {@link #written} wrote. */
  public static Set<DayOfWeek> read(String written) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String key : written.split(" ", -1)) {
      int index = KEYS.indexOf(key);
      if (index >= 0) {
        days.add(DayOfWeek.of(index + 1));
      }
    }
    return days;
  }

  /** The days from Monday to Sunday; empty when there are none. */
  public static String written(Collection<DayOfWeek> days) {
    return new TreeSet<>(days)
        .stream().map(day -> KEYS.get(day.getValue() - 1)).collect(Collectors.joining(" "));
  }
}
