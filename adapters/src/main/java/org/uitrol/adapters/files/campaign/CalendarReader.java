package org.uitrol.adapters.files.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.shared.Nearest;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CalendarRule.Closed;

/** Reads when the organisation works. */
final class CalendarReader {

  static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private static final int MOST_CLOSED = 100;
  private static final Slot WORKDAY = new Slot(LocalTime.of(9, 0), LocalTime.of(17, 0));
  private static final int LONGEST_CLOSURE_DAYS = 366;
  private static final Pattern HOURS =
      Pattern.compile("([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])");

  private final Values values;
  private final Problems problems;
  private final Predicate<String> countries;

  CalendarReader(Values values, Problems problems, Predicate<String> countries) {
    this.values = values;
    this.problems = problems;
    this.countries = countries;
  }

  CalendarRule read(@Nullable Entry entry) {
    Fields fields = Fields.of(entry, Shape.CALENDAR, problems);
    ZoneId zone = zone(fields.need("zone"));
    String country = country(fields.need("country"));
    Set<DayOfWeek> days = days(fields.need("days"));
    LocalTime[] hours = hours(fields.need("hours"));
    List<Closed> closed =
        values.items(fields.get("closed"), MOST_CLOSED).stream()
            .map(item -> closed(item, hours))
            .toList();
    return new CalendarRule(zone, country, days, hours[0], hours[1], closed);
  }

  private ZoneId zone(@Nullable Entry entry) {
    String zone = values.lineOrNull(entry);
    if (entry == null || zone == null) {
      return ZoneId.of("UTC");
    }
    Set<String> known = ZoneId.getAvailableZoneIds();
    if (zone.contains("/") && known.contains(zone)) {
      return ZoneId.of(zone);
    }
    problems.error(
        entry,
        "'"
            + zone
            + "' isn't a time zone such as Europe/Amsterdam"
            + Nearest.to(zone, known).map(near -> ", did you mean '" + near + "'?").orElse(""));
    return ZoneId.of("UTC");
  }

  private String country(@Nullable Entry entry) {
    String country = values.lineOrNull(entry);
    if (entry == null || country == null) {
      return "";
    }
    if (!(country.matches("[A-Z]{2}") && countries.test(country))) {
      problems.error(
          entry,
          "'"
              + country
              + "' isn't a country whose public holidays are known, by two capital letters such as"
              + " NL");
    }
    return country;
  }

  private Set<DayOfWeek> days(@Nullable Entry entry) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Entry item : values.items(entry, DAYS.size())) {
      String word = values.word(item, DAYS, "");
      if (!word.isEmpty() && !days.add(DayOfWeek.of(DAYS.indexOf(word) + 1))) {
        problems.error(item, "'" + word + "' stands here twice");
      }
    }
    return days.isEmpty() ? EnumSet.of(DayOfWeek.MONDAY) : days;
  }

  private LocalTime[] hours(@Nullable Entry entry) {
    Slot hours = entry == null ? WORKDAY : slot(values, problems, entry);
    return new LocalTime[] {hours.from(), hours.to()};
  }

  /** A part of a day, such as {@code 09:00-17:00}. */
  static Slot slot(Values values, Problems problems, Entry entry) {
    String line = values.lineOrNull(entry);
    if (line == null) {
      return WORKDAY;
    }
    Matcher hours = HOURS.matcher(line);
    if (hours.matches()) {
      try {
        LocalTime opens = LocalTime.parse(hours.group(1));
        LocalTime closes = LocalTime.parse(hours.group(2));
        if (closes.isAfter(opens)) {
          return new Slot(opens, closes);
        }
      } catch (DateTimeParseException e) {
        // Told below, as for hours in the wrong order.
      }
    }
    problems.error(entry, "expected hours, the first before the last, as in 09:00-17:00");
    return WORKDAY;
  }

  private Closed closed(Entry entry, LocalTime[] hours) {
    Fields fields = Fields.of(entry, Shape.CLOSED, problems);
    LocalDate from = values.date(fields.need("from"));
    Entry last = fields.need("to");
    LocalDate to = values.date(last);
    String why = values.line(fields.need("why"));
    if (from == null || to == null || last == null) {
      return new Closed(LocalDate.EPOCH, LocalDate.EPOCH, why);
    }
    if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_CLOSURE_DAYS))) {
      problems.error(
          last, "the last day must lie on or after the first, " + from + ", and within a year");
      return new Closed(from, from, why);
    }
    return new Closed(from, to, why, early(fields.get("at"), hours));
  }

  /** When it closes earlier than on other days. */
  private @Nullable LocalTime early(@Nullable Entry entry, LocalTime[] hours) {
    String line = entry == null ? null : values.lineOrNull(entry);
    if (entry == null || line == null) {
      return null;
    }
    try {
      LocalTime at = LocalTime.parse(line);
      if (at.isAfter(hours[0]) && at.isBefore(hours[1])) {
        return at;
      }
    } catch (DateTimeParseException e) {
      // Told below, as for an hour outside of working hours.
    }
    problems.error(entry, "expected an hour within working hours, in quotes, as in \"13:00\"");
    return null;
  }

  /** Which days those are, as a file writes them. */
  static List<String> written(Set<DayOfWeek> days) {
    List<String> written = new ArrayList<>();
    EnumSet.copyOf(days).forEach(day -> written.add(DAYS.get(day.getValue() - 1)));
    return written;
  }
}
