package org.uitrol.domain.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.WorkingCalendar;

class TheHoursInWhichMailLeaves {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final SendingHours HOURS = SendingHours.of("07:00-20:00");

  private final WorkingCalendar calendar =
      WorkingCalendar.of(
          new CalendarRule(
              AMSTERDAM,
              "NL",
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              LocalTime.of(9, 0),
              LocalTime.of(17, 0),
              List.of()),
          (country, date) -> date.equals(LocalDate.of(2027, 1, 13)));

  @Test
  void are_open_from_the_first_moment_and_over_at_the_last() {
    assertNext("2027-01-11T05:59:59Z", AMSTERDAM, "2027-01-11T06:00:00Z");
    assertNext("2027-01-11T06:00:00Z", AMSTERDAM, "2027-01-11T06:00:00Z");
    assertNext("2027-01-11T18:59:59.999Z", AMSTERDAM, "2027-01-11T18:59:59.999Z");
    assertNext("2027-01-11T19:00:00Z", AMSTERDAM, "2027-01-12T06:00:00Z");
  }

  @Test
  void are_on_working_days_of_the_campaign_only() {
    assertNext("2027-01-16T10:00:00Z", AMSTERDAM, "2027-01-18T06:00:00Z");
    assertNext("2027-01-12T20:00:00Z", AMSTERDAM, "2027-01-14T06:00:00Z");
  }

  @Test
  void spare_a_reader_elsewhere_at_night() {
    ZoneId newYork = ZoneId.of("America/New_York");
    assertNext("2027-01-11T08:00:00Z", newYork, "2027-01-11T12:00:00Z");
    assertNext("2027-01-11T13:00:00Z", newYork, "2027-01-11T13:00:00Z");
    ZoneId auckland = ZoneId.of("Pacific/Auckland");
    assertNext("2027-01-11T12:00:00Z", auckland, "2027-01-11T18:00:00Z");
    assertNext("2027-01-15T19:30:00Z", auckland, "2027-01-18T06:00:00Z");
  }

  @Test
  void are_those_of_the_campaign_when_they_never_meet_those_of_the_reader() {
    SendingHours narrow = SendingHours.of("09:00-10:00");
    assertThat(
            narrow.next(
                Instant.parse("2027-01-11T12:00:00Z"), calendar, ZoneId.of("America/New_York")))
        .isEqualTo("2027-01-12T08:00:00Z");
  }

  @Test
  void begin_by_the_wall_clock_when_clocks_are_set_forward() {
    assertNext("2027-03-28T20:00:00Z", AMSTERDAM, "2027-03-29T05:00:00Z");
  }

  @Test
  void can_be_all_there_are() {
    SendingHours always = SendingHours.of("00:00-24:00");
    for (String moment : List.of("2027-01-11T22:59:59.999Z", "2027-01-11T23:00:00Z")) {
      assertThat(always.awake(Instant.parse(moment), AMSTERDAM)).isEqualTo(moment);
    }
  }

  @Test
  void are_written_as_from_and_until() {
    assertThat(SendingHours.of(" 06:30 - 22:00 "))
        .isEqualTo(new SendingHours(LocalTime.of(6, 30), LocalTime.of(22, 0)));
    for (String wrong : List.of("", "7-20", "07:00", "20:00-07:00", "07:00-07:00", "07:00-25:00")) {
      assertThatThrownBy(() -> SendingHours.of(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void assertNext(String moment, ZoneId reader, String expected) {
    assertThat(HOURS.next(Instant.parse(moment), calendar, reader)).isEqualTo(expected);
  }
}
