package org.uitrol.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.WeekFields;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every moment between 2000 and 2060 at which a clock was, or by today's rules will be, set. */
class EveryClockChangeAndYearEnd {

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Amsterdam"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Kathmandu"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("Africa/Casablanca"),
          ZoneId.of("America/St_Johns"),
          ZoneId.of("America/Santiago"),
          ZoneId.of("Pacific/Chatham"),
          ZoneId.of("Africa/Cairo"));

  /** A change of a zone's clock. */
  record Change(ZoneId zone, ZoneOffsetTransition transition) {

    LocalDate date() {
      return transition.getDateTimeBefore().toLocalDate();
    }

    @Override
    public String toString() {
      return zone + " " + transition;
    }
  }

  private static final List<Change> CHANGES = changes();

  private static List<Change> changes() {
    Instant end = Instant.parse("2060-01-01T00:00:00Z");
    List<Change> changes = new ArrayList<>();
    for (ZoneId zone : ZONES) {
      Instant from = Instant.parse("2000-01-01T00:00:00Z");
      ZoneOffsetTransition next = zone.getRules().nextTransition(from);
      while (next != null && next.getInstant().isBefore(end)) {
        changes.add(new Change(zone, next));
        next = zone.getRules().nextTransition(next.getInstant());
      }
    }
    return changes;
  }

  @Test
  void there_are_gaps_and_overlaps_of_many_lengths_and_a_day_that_never_was() {
    assertThat(CHANGES).hasSizeGreaterThan(700);
    assertThat(CHANGES).extracting(one -> one.transition().isGap()).contains(true, false);
    assertThat(CHANGES)
        .extracting(one -> one.transition().getDuration().abs().toMinutes())
        .contains(30L, 60L, 24 * 60L);
  }

  @Test
  void the_office_opens_and_closes_by_the_clock_on_the_wall_around_each() {
    for (Change change : CHANGES) {
      WorkingCalendar office = everyDay(change.zone(), 9, 17);
      change
          .date()
          .minusDays(2)
          .datesUntil(change.date().plusDays(4))
          .filter(day -> existed(change.zone(), day))
          .forEach(
              day -> {
                assertThat(local(office.opening(day), office)).isEqualTo(day.atTime(9, 0));
                assertThat(local(office.closing(day), office)).isEqualTo(day.atTime(17, 0));
                assertThat(office.atWork(office.opening(day).minusSeconds(1)))
                    .isEqualTo(office.opening(day));
                assertThat(office.atWork(office.opening(day))).isEqualTo(office.opening(day));
                assertThat(office.atWork(office.closing(day)))
                    .isAfter(office.closing(day))
                    .satisfies(
                        next ->
                            assertThat(local(next, office).toLocalTime())
                                .isEqualTo(LocalTime.of(9, 0)));
              });
    }
  }

  @Test
  void ten_o_clock_stays_ten_o_clock_across_each() {
    for (Change change : CHANGES) {
      WorkingCalendar office = everyDay(change.zone(), 9, 17);
      LocalDate before = change.date().minusDays(2);
      Instant ten = before.atTime(10, 0).atZone(change.zone()).toInstant();
      for (int count = 0; count <= 5; count++) {
        if (existed(change.zone(), before.plusDays(count))) {
          assertThat(local(office.after(ten, count), office))
              .as("%s, %d days", change, count)
              .isEqualTo(before.plusDays(count).atTime(10, 0));
        }
      }
    }
  }

  @Property
  void at_whatever_hour_nothing_is_early_closed_or_lost(
      @ForAll("anyChange") Change change,
      @ForAll @IntRange(max = 22) int opens,
      @ForAll @IntRange(min = -3 * 86_400, max = 3 * 86_400) int seconds,
      @ForAll @IntRange(max = 9) int count) {
    WorkingCalendar calendar = everyDay(change.zone(), opens, Math.min(23, opens + 4));
    Instant moment = change.transition().getInstant().plusSeconds(seconds);
    Instant after = calendar.after(moment, count);
    Instant deadline = calendar.deadline(moment, count);

    assertThat(after).isAfterOrEqualTo(moment);
    assertThat(calendar.atWork(after)).isEqualTo(after);
    assertThat(calendar.between(calendar.atWork(moment), after)).isGreaterThanOrEqualTo(count);
    assertThat(deadline).isAfter(moment);
    assertThat(calendar.between(moment, deadline)).isGreaterThanOrEqualTo(count);
    assertThat(calendar.after(moment, count + 1)).isAfter(after);
  }

  @Property
  void weeks_are_those_of_iso_8601_at_each_year_end(
      @ForAll @IntRange(min = 1990, max = 2100) int year,
      @ForAll @IntRange(min = -10, max = 10) int days) {
    LocalDate date = LocalDate.of(year, 1, 1).plusDays(days);
    IsoWeek week = IsoWeek.of(date);

    assertThat(week.year()).isEqualTo(date.get(WeekFields.ISO.weekBasedYear()));
    assertThat(week.week()).isEqualTo(date.get(WeekFields.ISO.weekOfWeekBasedYear()));
    LocalDate thursday = week.monday().plusDays(3);
    assertThat(thursday.getYear()).isEqualTo(week.year());
    assertThat((thursday.getDayOfYear() - 1) / 7 + 1).isEqualTo(week.week());
  }

  @Test
  void working_days_cross_each_year_end_one_by_one() {
    for (ZoneId zone : ZONES) {
      WorkingCalendar calendar = everyDay(zone, 9, 17);
      for (int year = 2000; year < 2060; year++) {
        LocalDate christmas = LocalDate.of(year, 12, 25);
        int left = Year.of(year).length() - christmas.getDayOfYear();
        assertThat(calendar.plus(christmas, left + 1)).isEqualTo(LocalDate.of(year + 1, 1, 1));
        assertThat(calendar.between(christmas, LocalDate.of(year + 1, 1, 1))).isEqualTo(left + 1);
      }
    }
  }

  @Provide
  Arbitrary<Change> anyChange() {
    return Arbitraries.of(CHANGES);
  }

  /** Samoa went from 29 to 31 December 2011. */
  private static boolean existed(ZoneId zone, LocalDate day) {
    ZonedDateTime noon = day.atTime(12, 0).atZone(zone);
    return noon.toLocalDate().equals(day);
  }

  private static LocalDateTime local(Instant moment, WorkingCalendar calendar) {
    return moment.atZone(calendar.zone()).toLocalDateTime();
  }

  private static WorkingCalendar everyDay(ZoneId zone, int opens, int closes) {
    return WorkingCalendar.of(
        new CalendarRule(
            zone,
            "NL",
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.of(opens, 0),
            LocalTime.of(closes, 0),
            List.of()),
        (country, date) -> false);
  }
}
