package org.uitrol.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What holds for any plan's calendar, on any day, in zones that change their clocks differently.
 */
class LawsOfTheWorkingCalendar {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 4 * 366;

  @Property
  void counting_days_undoes_adding_them(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("dates") LocalDate date,
      @ForAll @IntRange(max = 60) int count) {
    LocalDate start = calendar.onOrAfter(date);

    assertThat(calendar.between(start, calendar.plus(start, count))).isEqualTo(count);
  }

  @Property
  void adding_days_in_two_steps_is_adding_them_at_once(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("dates") LocalDate date,
      @ForAll @IntRange(max = 30) int some,
      @ForAll @IntRange(max = 30) int more) {
    assertThat(calendar.plus(calendar.plus(date, some), more))
        .isEqualTo(calendar.plus(date, some + more));
  }

  @Property
  void one_day_more_is_later_and_a_working_day(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("dates") LocalDate date,
      @ForAll @IntRange(max = 30) int count) {
    LocalDate day = calendar.plus(date, count);

    assertThat(calendar.isWorkingDay(day)).isTrue();
    assertThat(calendar.plus(date, count + 1)).isAfter(day);
  }

  @Property
  void the_days_of_two_spans_add_up(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("dates") LocalDate from,
      @ForAll @IntRange(max = 100) int first,
      @ForAll @IntRange(max = 100) int second) {
    LocalDate middle = from.plusDays(first);
    LocalDate to = middle.plusDays(second);

    assertThat(calendar.between(from, middle) + calendar.between(middle, to))
        .isEqualTo(calendar.between(from, to));
  }

  @Property
  void people_are_at_work_at_that_moment_or_soon_after_never_before(
      @ForAll("calendars") WorkingCalendar calendar, @ForAll("moments") Instant moment) {
    Instant atWork = calendar.atWork(moment);
    LocalDate date = atWork.atZone(calendar.zone()).toLocalDate();

    assertThat(atWork).isAfterOrEqualTo(moment);
    assertThat(calendar.isWorkingDay(date)).isTrue();
    assertThat(atWork).isBetween(calendar.opening(date), calendar.closing(date).minusNanos(1));
    assertThat(calendar.atWork(atWork)).isEqualTo(atWork);
  }

  @Property
  void whoever_asks_later_is_never_answered_with_an_earlier_moment(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("moments") Instant moment,
      @ForAll @IntRange(max = 200_000) int seconds,
      @ForAll @IntRange(max = 20) int count) {
    Instant later = moment.plusSeconds(seconds);

    assertThat(calendar.atWork(later)).isAfterOrEqualTo(calendar.atWork(moment));
    assertThat(calendar.deadline(later, count)).isAfterOrEqualTo(calendar.deadline(moment, count));
  }

  @Property
  void some_days_later_is_that_many_working_days_on_and_in_working_hours(
      @ForAll("officeCalendars") WorkingCalendar calendar,
      @ForAll("moments") Instant moment,
      @ForAll @IntRange(max = 30) int count) {
    Instant start = calendar.atWork(moment);
    Instant after = calendar.after(moment, count);

    assertThat(calendar.between(start, after)).isEqualTo(count);
    assertThat(calendar.atWork(after)).isEqualTo(after);
    LocalTime timeOfDay = start.atZone(calendar.zone()).toLocalTime();
    assertThat(after.atZone(calendar.zone()).toLocalTime())
        .isEqualTo(count == 0 ? timeOfDay : timeOfDay.truncatedTo(ChronoUnit.MINUTES));
  }

  @Property
  void a_deadline_lies_ahead_at_the_close_of_a_working_day(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("moments") Instant moment,
      @ForAll @IntRange(max = 30) int count) {
    Instant deadline = calendar.deadline(moment, count);
    LocalDate date = deadline.atZone(calendar.zone()).toLocalDate();

    assertThat(deadline).isAfter(moment).isEqualTo(calendar.closing(date));
    assertThat(calendar.isWorkingDay(date)).isTrue();
  }

  @Provide
  Arbitrary<LocalDate> dates() {
    return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(0, DAYS * 86_400L)
        .map(second -> FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant().plusSeconds(second));
  }

  /** Any hours, also those in which clocks change. */
  @Provide
  Arbitrary<WorkingCalendar> calendars() {
    Arbitrary<Integer> opens = Arbitraries.integers().between(0, 22 * 60);
    return opens.flatMap(
        from ->
            Arbitraries.integers()
                .between(from + 1, 24 * 60 - 1)
                .flatMap(to -> calendars(minute(from), minute(to))));
  }

  /** Hours in which no clock is ever changed. */
  @Provide
  Arbitrary<WorkingCalendar> officeCalendars() {
    return calendars(LocalTime.of(8, 30), LocalTime.of(17, 0));
  }

  private static Arbitrary<WorkingCalendar> calendars(LocalTime opens, LocalTime closes) {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "Europe/Amsterdam",
                "America/New_York",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Asia/Kathmandu",
                "America/Santiago",
                "UTC")
            .map(ZoneId::of);
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    Arbitrary<List<CalendarRule.Closed>> closed =
        Combinators.combine(
                Arbitraries.integers().between(0, DAYS), Arbitraries.integers().between(0, 20))
            .as(
                (from, length) ->
                    new CalendarRule.Closed(
                        FIRST.plusDays(from), FIRST.plusDays(from + length), "closed"))
            .list()
            .ofMaxSize(3);
    Arbitrary<Integer> holidayEvery = Arbitraries.integers().between(8, 60);
    return Combinators.combine(zones, days, closed, holidayEvery)
        .as(
            (zone, workDays, spans, every) ->
                WorkingCalendar.of(
                    new CalendarRule(zone, "NL", workDays, opens, closes, spans),
                    (country, date) -> date.toEpochDay() % every == 0));
  }

  private static LocalTime minute(int ofDay) {
    return LocalTime.ofSecondOfDay(ofDay * 60L);
  }
}
