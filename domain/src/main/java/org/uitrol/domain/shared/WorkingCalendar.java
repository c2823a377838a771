package org.uitrol.domain.shared;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Arithmetic in working days. A working day is one of the rule's days of the week that is neither a
 * public holiday nor closed. Local times are resolved as {@code java.time} does: in a gap an hour
 * later, in an overlap at the earlier offset.
 */
public final class WorkingCalendar {

  /** A calendar without a working day for so long is a mistake in the plan. */
  private static final int LONGEST_CLOSURE_DAYS = 366;

  private final CalendarRule rule;
  private final Holidays holidays;

  private WorkingCalendar(CalendarRule rule, Holidays holidays) {
    this.rule = rule;
    this.holidays = holidays;
  }

  public static WorkingCalendar of(CalendarRule rule, Holidays holidays) {
    return new WorkingCalendar(rule, holidays);
  }

  public ZoneId zone() {
    return rule.zone();
  }

  public CalendarRule rule() {
    return rule;
  }

  public boolean isWorkingDay(LocalDate date) {
    return rule.days().contains(date.getDayOfWeek())
        && rule.closed().stream().noneMatch(span -> span.at() == null && span.covers(date))
        && !holidays.isHoliday(rule.country(), date);
  }

  /**
   * The same calendar for somebody who works on some days only; when those are none of its days, or
   * none at all, the calendar as it is.
   */
  public WorkingCalendar on(Set<DayOfWeek> days) {
    Set<DayOfWeek> both = EnumSet.noneOf(DayOfWeek.class);
    both.addAll(days);
    both.retainAll(rule.days());
    return both.isEmpty()
        ? this
        : new WorkingCalendar(
            new CalendarRule(
                rule.zone(), rule.country(), both, rule.opens(), rule.closes(), rule.closed()),
            holidays);
  }

  /**
   * The close of the last working day that isn't later than a moment; that moment itself when there
   * is none after another one.
   */
  public Instant lastCloseBetween(Instant after, Instant moment) {
    LocalDate first = after.atZone(rule.zone()).toLocalDate();
    LocalDate day = moment.atZone(rule.zone()).toLocalDate();
    while (day.isAfter(first)) {
      if (isWorkingDay(day)) {
        Instant close = closing(day);
        return close.isBefore(moment) ? close : moment;
      }
      day = day.minusDays(1);
    }
    return moment;
  }

  /** Whether that moment is on a day on which the organisation is closed as a whole. */
  public boolean isClosed(Instant moment) {
    LocalDate date = moment.atZone(rule.zone()).toLocalDate();
    return holidays.isHoliday(rule.country(), date)
        || rule.closed().stream().anyMatch(span -> span.at() == null && span.covers(date));
  }

  /** That date when it is a working day, else the first one after it. */
  public LocalDate onOrAfter(LocalDate date) {
    LocalDate day = date;
    for (int i = 0; i <= LONGEST_CLOSURE_DAYS; i++) {
      if (isWorkingDay(day)) {
        return day;
      }
      day = day.plusDays(1);
    }
    throw new Rejected("NO_WORKING_DAY", Map.of("from", date));
  }

  /**
   * The date that lies {@code count} working days later; with 0, the date itself or the first
   * working day after it.
   */
  public LocalDate plus(LocalDate date, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count working days forward, not " + count);
    }
    LocalDate day = onOrAfter(date);
    for (int i = 0; i < count; i++) {
      day = onOrAfter(day.plusDays(1));
    }
    return day;
  }

  /** How many working days lie after {@code from} up to and including {@code to}; 0 if none do. */
  public int between(LocalDate from, LocalDate to) {
    int count = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        count++;
      }
    }
    return count;
  }

  /** That moment when people are at work, else the next opening; never earlier than the moment. */
  public Instant atWork(Instant moment) {
    LocalDate date = onOrAfter(moment.atZone(rule.zone()).toLocalDate());
    // Instants are compared, not wall clocks: when clocks are set back the latter repeat
    // themselves.
    while (!moment.isBefore(closing(date)) || !opening(date).isBefore(closing(date))) {
      date = onOrAfter(date.plusDays(1));
    }
    Instant opening = opening(date);
    return moment.isBefore(opening) ? opening : moment;
  }

  /** The opening of that date, which the caller knows to be a working day. */
  public Instant opening(LocalDate date) {
    return date.atTime(rule.opens()).atZone(rule.zone()).toInstant();
  }

  /** The closing of that date, which the caller knows to be a working day. */
  public Instant closing(LocalDate date) {
    return date.atTime(closes(date)).atZone(rule.zone()).toInstant();
  }

  /** When it closes on that date, which may be earlier than on others. */
  public LocalTime closes(LocalDate date) {
    return rule.closed().stream()
        .filter(span -> span.covers(date))
        .flatMap(span -> Optional.ofNullable(span.at()).stream())
        .filter(at -> at.isBefore(rule.closes()))
        .min(LocalTime::compareTo)
        .orElse(rule.closes());
  }

  /**
   * {@code count} working days after a moment: at the same time of day in whole minutes, or at the
   * opening when that lies outside working hours. With 0, the moment itself or the next opening.
   */
  public Instant after(Instant moment, int count) {
    Instant start = atWork(moment);
    if (count == 0) {
      return start;
    }
    ZonedDateTime local = start.atZone(rule.zone());
    return atWork(
        plus(local.toLocalDate(), count)
            .atTime(local.toLocalTime().truncatedTo(ChronoUnit.MINUTES))
            .atZone(rule.zone())
            .toInstant());
  }

  /**
   * The close of the working day that lies {@code count} working days after a moment's local date.
   * With 0, the next close that is still to come at that moment.
   */
  public Instant deadline(Instant moment, int count) {
    LocalDate today = moment.atZone(rule.zone()).toLocalDate();
    Instant close = closing(plus(today, count));
    return close.isAfter(moment) ? close : closing(onOrAfter(today.plusDays(1)));
  }

  /** How many working days have passed between two moments, by their local dates. */
  public int between(Instant from, Instant to) {
    return between(from.atZone(rule.zone()).toLocalDate(), to.atZone(rule.zone()).toLocalDate());
  }
}
