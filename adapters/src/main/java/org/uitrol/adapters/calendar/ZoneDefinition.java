package org.uitrol.adapters.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * A zone as calendars need to be told it (RFC 5545, section 3.6.5). Made from the Java platform's
 * own rules, so that calendars and Uitrol can't disagree about when a session begins, and nothing
 * is fetched from elsewhere.
 */
final class ZoneDefinition {

  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  private ZoneDefinition() {}

  /** The zone around that moment: right from a year before to at least a year after. */
  static VTimeZone of(ZoneId zone, LocalDateTime moment) {
    return of(zone, moment, moment);
  }

  /** The zone from a year before the first moment to at least a year after the last. */
  static VTimeZone of(ZoneId zone, LocalDateTime first, LocalDateTime last) {
    VTimeZone definition = new VTimeZone();
    definition.add(new TzId(zone.getId()));
    for (Observance observance : observances(zone.getRules(), first, last)) {
      definition.add(observance);
    }
    return definition;
  }

  private static List<Observance> observances(
      ZoneRules rules, LocalDateTime first, LocalDateTime last) {
    LocalDateTime from = first.minusYears(1).withDayOfYear(1).toLocalDate().atStartOfDay();
    ZoneOffset before = rules.getOffset(from);
    List<ZoneOffsetTransition> changes = changes(rules, from.toInstant(before), last.plusYears(2));
    List<ZoneOffsetTransition> irregular =
        changes.stream().filter(change -> !isYearly(rules, change)).toList();
    if (irregular.isEmpty() && !changes.isEmpty()) {
      return rules.getTransitionRules().stream()
          .map(rule -> observance(rule, LONG_AGO.getYear()))
          .toList();
    }
    List<Observance> observances = new ArrayList<>();
    observances.add(
        observance(
            rules.isDaylightSavings(from.toInstant(before)), LONG_AGO, before, before, null));
    for (ZoneOffsetTransition change : changes) {
      observances.add(
          observance(
              rules.isDaylightSavings(change.getInstant()),
              change.getDateTimeBefore(),
              change.getOffsetBefore(),
              change.getOffsetAfter(),
              null));
    }
    return observances;
  }

  private static List<ZoneOffsetTransition> changes(
      ZoneRules rules, Instant from, LocalDateTime until) {
    return Stream.iterate(
            rules.nextTransition(from),
            change -> change != null && change.getDateTimeBefore().isBefore(until),
            change -> rules.nextTransition(change.getInstant()))
        .toList();
  }

  private static boolean isYearly(ZoneRules rules, ZoneOffsetTransition change) {
    int year = change.getDateTimeBefore().getYear();
    return rules.getTransitionRules().stream()
        .anyMatch(rule -> rule.createTransition(year).equals(change));
  }

  /**
   * A change that comes every year, told from a year on in which the rule need not have held yet.
   */
  private static Observance observance(ZoneOffsetTransitionRule rule, int year) {
    ZoneOffsetTransition change = rule.createTransition(year);
    boolean summer = !rule.getOffsetAfter().equals(rule.getStandardOffset());
    return observance(
        summer,
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter(),
        yearly(rule));
  }

  private static Observance observance(
      boolean summer,
      LocalDateTime start,
      ZoneOffset from,
      ZoneOffset to,
      @Nullable String recurrence) {
    Observance observance = summer ? new Daylight() : new Standard();
    observance.add(new DtStart<>(LOCAL.format(start)));
    observance.add(new TzOffsetFrom(from));
    observance.add(new TzOffsetTo(to));
    observance.add(new TzName("GMT" + (to.getTotalSeconds() == 0 ? "" : to.getId())));
    if (recurrence != null) {
      observance.add(new RRule<>(recurrence));
    }
    return observance;
  }

  /**
   * The rule as a recurrence. The platform names a day of the month (negative: counted from its
   * end) and the first weekday on or after it (negative: on or before it).
   */
  private static String yearly(ZoneOffsetTransitionRule rule) {
    String base = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
    int day = rule.getDayOfMonthIndicator();
    DayOfWeek weekday = rule.getDayOfWeek();
    if (weekday == null) {
      return base + ";BYMONTHDAY=" + day;
    }
    String shortDay = weekday.name().substring(0, 2).toUpperCase(Locale.ROOT);
    Month month = rule.getMonth();
    boolean last = day + 6 == month.maxLength() && month.minLength() == month.maxLength();
    if (last || day == -1) {
      return base + ";BYDAY=-1" + shortDay;
    }
    if (day > 0 && day % 7 == 1) {
      return base + ";BYDAY=" + (day / 7 + 1) + shortDay;
    }
    StringBuilder days = new StringBuilder();
    int first = day > 0 ? day : day - 6;
    for (int offset = 0; offset < 7; offset++) {
      days.append(offset == 0 ? "" : ",").append(first + offset);
    }
    return base + ";BYDAY=" + shortDay + ";BYMONTHDAY=" + days;
  }
}
