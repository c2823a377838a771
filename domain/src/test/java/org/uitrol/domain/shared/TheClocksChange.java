package org.uitrol.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheClocksChange {

  private static WorkingCalendar everyDay(String zone, String opens, String closes) {
    return WorkingCalendar.of(
        new CalendarRule(
            ZoneId.of(zone),
            "NL",
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.parse(opens),
            LocalTime.parse(closes),
            List.of()),
        (country, date) -> false);
  }

  @Test
  void in_spring_the_next_day_is_23_hours_later_at_the_same_time_of_day() {
    assertThat(
            everyDay("Europe/Amsterdam", "09:00", "17:00")
                .after(Instant.parse("2027-03-27T09:00:00Z"), 1))
        .isEqualTo("2027-03-28T08:00:00Z");
  }

  @Test
  void in_autumn_the_next_day_is_25_hours_later_at_the_same_time_of_day() {
    assertThat(
            everyDay("Europe/Amsterdam", "09:00", "17:00")
                .after(Instant.parse("2027-10-30T08:00:00Z"), 1))
        .isEqualTo("2027-10-31T09:00:00Z");
  }

  @Test
  void america_changes_on_other_days() {
    WorkingCalendar newYork = everyDay("America/New_York", "09:00", "17:00");

    assertThat(newYork.after(Instant.parse("2027-03-13T15:00:00Z"), 1))
        .isEqualTo("2027-03-14T14:00:00Z");
    assertThat(newYork.after(Instant.parse("2027-11-06T14:00:00Z"), 1))
        .isEqualTo("2027-11-07T15:00:00Z");
  }

  @Test
  void on_lord_howe_island_by_half_an_hour() {
    assertThat(
            everyDay("Australia/Lord_Howe", "09:00", "17:00")
                .after(Instant.parse("2027-04-02T23:00:00Z"), 1))
        .isEqualTo("2027-04-03T23:30:00Z");
  }

  @Test
  void an_opening_that_does_not_exist_is_an_hour_later() {
    assertThat(
            everyDay("Europe/Amsterdam", "02:30", "17:00")
                .atWork(Instant.parse("2027-03-27T23:30:00Z")))
        .isEqualTo("2027-03-28T01:30:00Z");
  }

  @Test
  void an_opening_that_comes_twice_is_the_first_and_the_hour_that_repeats_is_working_time() {
    WorkingCalendar early = everyDay("Europe/Amsterdam", "02:30", "17:00");

    assertThat(early.atWork(Instant.parse("2027-10-31T00:10:00Z")))
        .isEqualTo("2027-10-31T00:30:00Z");
    assertThat(early.atWork(Instant.parse("2027-10-31T01:10:00Z")))
        .isEqualTo("2027-10-31T01:10:00Z");
  }

  @Test
  void a_closing_that_comes_twice_is_the_first() {
    WorkingCalendar night = everyDay("Europe/Amsterdam", "00:00", "02:30");

    assertThat(night.atWork(Instant.parse("2027-10-31T00:30:00Z")))
        .isEqualTo("2027-10-31T23:00:00Z");
  }

  @Test
  void working_hours_that_vanish_altogether_are_those_of_the_next_day() {
    assertThat(
            everyDay("Europe/Amsterdam", "02:00", "03:00")
                .atWork(Instant.parse("2027-03-28T00:30:00Z")))
        .isEqualTo("2027-03-29T00:00:00Z");
  }
}
