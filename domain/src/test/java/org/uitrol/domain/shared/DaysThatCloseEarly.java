package org.uitrol.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.SessionProposal;
import org.uitrol.domain.shared.CalendarRule.Closed;

/** On Friday 24 December 2027 work ends at 13:00; the week after that is free. */
class DaysThatCloseEarly {

  private static final LocalDate EVE = LocalDate.of(2027, 12, 24);
  private static final WorkingCalendar CALENDAR =
      WorkingCalendar.of(
          new CalendarRule(
              ZoneId.of("Europe/Amsterdam"),
              "NL",
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              LocalTime.of(9, 0),
              LocalTime.of(17, 0),
              List.of(
                  new Closed(EVE, EVE, "Christmas Eve", LocalTime.of(13, 0)),
                  new Closed(LocalDate.of(2027, 12, 27), LocalDate.of(2027, 12, 31), "Free"))),
          (country, date) -> false);

  @Test
  void are_working_days_until_then() {
    assertThat(CALENDAR.isWorkingDay(EVE)).isTrue();
    assertThat(CALENDAR.atWork(at("2027-12-24T11:59:00Z"))).isEqualTo("2027-12-24T11:59:00Z");
    assertThat(CALENDAR.atWork(at("2027-12-24T12:00:00Z"))).isEqualTo("2028-01-03T08:00:00Z");
    assertThat(CALENDAR.deadline(at("2027-12-23T10:00:00Z"), 1)).isEqualTo("2027-12-24T12:00:00Z");
  }

  @Test
  void move_what_would_be_in_the_afternoon_and_leave_what_is_in_the_morning() {
    assertThat(CALENDAR.after(at("2027-12-23T13:00:00Z"), 1)).isEqualTo("2028-01-03T08:00:00Z");
    assertThat(CALENDAR.after(at("2027-12-23T09:00:00Z"), 1)).isEqualTo("2027-12-24T09:00:00Z");
  }

  @Test
  void have_no_session_that_would_end_later() {
    MeetingPlan meeting =
        new MeetingPlan(Text.of("en", "Talk"), null, 90, List.of("hall"), null, 1);
    assertThat(
            SessionProposal.places(
                meeting,
                List.of(new Room("hall", "Hall", 10, null)),
                CALENDAR,
                at("2027-12-23T10:00:00Z"),
                at("2027-12-24T12:00:00Z")))
        .isNotEmpty()
        .allSatisfy(
            place -> assertThat(place.endsAt().toLocalTime()).isBefore(LocalTime.of(13, 1)));
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
