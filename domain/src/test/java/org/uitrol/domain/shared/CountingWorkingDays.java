package org.uitrol.domain.shared;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountingWorkingDays {

  private static final Set<LocalDate> HOLIDAYS =
      Set.of(
          LocalDate.parse("2026-12-25"),
          LocalDate.parse("2027-01-01"),
          LocalDate.parse("2027-04-27"));

  private final WorkingCalendar calendar =
      calendar(
          new CalendarRule.Closed(
              LocalDate.parse("2027-02-20"), LocalDate.parse("2027-02-28"), "voorjaarsvakantie"));

  private static WorkingCalendar calendar(CalendarRule.Closed... closed) {
    return WorkingCalendar.of(
        new CalendarRule(
            ZoneId.of("Europe/Amsterdam"),
            "NL",
            EnumSet.range(MONDAY, FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            List.of(closed)),
        (country, date) -> country.equals("NL") && HOLIDAYS.contains(date));
  }

  @Test
  void the_day_after_friday_is_monday() {
    assertThat(plus("2027-01-15", 1)).isEqualTo("2027-01-18");
  }

  @Test
  void no_days_after_a_working_day_is_that_day_and_after_a_saturday_the_next_monday() {
    assertThat(plus("2027-01-15", 0)).isEqualTo("2027-01-15");
    assertThat(plus("2027-01-16", 0)).isEqualTo("2027-01-18");
  }

  @Test
  void one_day_after_a_saturday_is_tuesday() {
    assertThat(plus("2027-01-16", 1)).isEqualTo("2027-01-19");
  }

  @Test
  void a_public_holiday_does_not_count() {
    assertThat(plus("2027-04-26", 1)).isEqualTo("2027-04-28");
  }

  @Test
  void a_week_off_does_not_count_and_both_its_ends_belong_to_it() {
    assertThat(plus("2027-02-19", 1)).isEqualTo("2027-03-01");
    assertThat(calendar.isWorkingDay(LocalDate.parse("2027-02-22"))).isFalse();
  }

  @Test
  void the_turn_of_the_year_is_crossed_day_by_day() {
    assertThat(plus("2026-12-24", 5)).isEqualTo("2027-01-04");
    assertThat(plus("2024-12-30", 1)).isEqualTo("2024-12-31");
  }

  @Test
  void a_leap_day_is_a_day_like_any_other() {
    assertThat(plus("2028-02-28", 1)).isEqualTo("2028-02-29");
  }

  @Test
  void the_days_between_leave_out_the_first_and_count_the_last() {
    assertThat(calendar.between(LocalDate.parse("2027-01-15"), LocalDate.parse("2027-01-18")))
        .isEqualTo(1);
    assertThat(calendar.between(LocalDate.parse("2027-01-15"), LocalDate.parse("2027-01-15")))
        .isZero();
    assertThat(calendar.between(LocalDate.parse("2027-01-18"), LocalDate.parse("2027-01-15")))
        .isZero();
  }

  @Test
  void days_are_those_of_the_calendars_zone() {
    assertThat(
            calendar.between(
                Instant.parse("2027-01-17T22:59:59Z"), Instant.parse("2027-01-17T23:00:00Z")))
        .isEqualTo(1);
  }

  @Test
  void before_opening_people_are_next_at_work_when_it_opens() {
    assertThat(calendar.atWork(Instant.parse("2027-01-18T07:59:59Z")))
        .isEqualTo("2027-01-18T08:00:00Z");
  }

  @Test
  void the_opening_belongs_to_working_hours_and_the_closing_does_not() {
    assertThat(calendar.atWork(Instant.parse("2027-01-18T08:00:00Z")))
        .isEqualTo("2027-01-18T08:00:00Z");
    assertThat(calendar.atWork(Instant.parse("2027-01-18T15:59:59Z")))
        .isEqualTo("2027-01-18T15:59:59Z");
    assertThat(calendar.atWork(Instant.parse("2027-01-18T16:00:00Z")))
        .isEqualTo("2027-01-19T08:00:00Z");
  }

  @Test
  void a_number_of_days_later_is_at_the_same_time_of_day() {
    assertThat(calendar.after(Instant.parse("2027-01-15T13:20:00Z"), 2))
        .isEqualTo("2027-01-19T13:20:00Z");
  }

  @Test
  void days_after_a_sunday_night_count_from_monday_morning() {
    assertThat(calendar.after(Instant.parse("2027-01-17T22:00:00Z"), 1))
        .isEqualTo("2027-01-19T08:00:00Z");
  }

  @Test
  void a_deadline_is_at_the_close_of_its_day() {
    assertThat(calendar.deadline(Instant.parse("2027-01-15T13:20:00Z"), 3))
        .isEqualTo("2027-01-20T16:00:00Z");
  }

  @Test
  void a_deadline_of_no_days_is_never_in_the_past() {
    assertThat(calendar.deadline(Instant.parse("2027-01-15T13:20:00Z"), 0))
        .isEqualTo("2027-01-15T16:00:00Z");
    assertThat(calendar.deadline(Instant.parse("2027-01-15T16:00:00Z"), 0))
        .isEqualTo("2027-01-18T16:00:00Z");
  }

  @Test
  void days_are_counted_forward_only() {
    assertThatThrownBy(() -> calendar.plus(LocalDate.parse("2027-01-15"), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_calendar_that_is_closed_for_more_than_a_year_is_refused() {
    WorkingCalendar shut =
        calendar(
            new CalendarRule.Closed(
                LocalDate.parse("2027-01-01"), LocalDate.parse("2030-12-31"), "verbouwing"));

    Rejected refusal =
        catchThrowableOfType(Rejected.class, () -> shut.plus(LocalDate.parse("2027-01-15"), 1));

    assertThat(refusal.code()).isEqualTo("NO_WORKING_DAY");
    assertThat(refusal.facts()).containsEntry("from", LocalDate.parse("2027-01-15"));
  }

  @Test
  void only_the_plans_days_of_the_week_are_worked_on() {
    WorkingCalendar partTime =
        WorkingCalendar.of(
            new CalendarRule(
                ZoneId.of("Europe/Amsterdam"),
                "NL",
                Set.of(TUESDAY),
                LocalTime.of(9, 0),
                LocalTime.of(12, 0),
                List.of()),
            (country, date) -> false);

    assertThat(partTime.plus(LocalDate.parse("2027-01-19"), 1)).isEqualTo("2027-01-26");
  }

  private LocalDate plus(String date, int count) {
    return calendar.plus(LocalDate.parse(date), count);
  }
}
