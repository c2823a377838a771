package org.uitrol.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Meetings.people;
import static org.uitrol.domain.testing.Meetings.room;
import static org.uitrol.domain.testing.Plans.CALENDAR;
import static org.uitrol.domain.testing.Plans.NO_HOLIDAYS;
import static org.uitrol.domain.testing.Plans.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.WorkingCalendar;

class SessionsAreProposed {

  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant FRIDAY_NIGHT = Instant.parse("2027-01-15T16:00:00Z");
  private static final Room SMALL = room(5);
  private static final Room LARGE = room(20);

  @Test
  void day_by_day_by_time_of_day_in_the_preferred_room_first() {
    assertThat(places(90, 2, List.of(SMALL, LARGE), NO_HOLIDAYS).stream().limit(3))
        .containsExactly(
            place("2027-01-13T09:00", 90, SMALL),
            place("2027-01-13T09:00", 90, LARGE),
            place("2027-01-13T09:30", 90, SMALL));
  }

  @Test
  void until_closing_time_of_the_last_day() {
    List<Place> all = places(90, 2, List.of(SMALL), NO_HOLIDAYS);
    assertThat(all).hasSize(3 * 14);
    assertThat(all.get(all.size() - 1)).isEqualTo(place("2027-01-15T15:30", 90, SMALL));
  }

  @Test
  void from_tomorrow_at_the_earliest() {
    assertThat(places(60, 0, List.of(SMALL), NO_HOLIDAYS).get(0).start().toLocalDate())
        .isEqualTo(LocalDate.of(2027, 1, 12));
  }

  @Test
  void around_holidays() {
    assertThat(
            places(60, 1, List.of(SMALL), (country, date) -> date.getDayOfMonth() == 13).stream()
                .map(one -> one.start().toLocalDate())
                .distinct())
        .containsExactly(
            LocalDate.of(2027, 1, 12), LocalDate.of(2027, 1, 14), LocalDate.of(2027, 1, 15));
  }

  @Test
  void nowhere_when_the_notice_is_longer_than_the_time_or_the_meeting_than_the_day() {
    assertThat(places(60, 9, List.of(SMALL), NO_HOLIDAYS)).isEmpty();
    assertThat(places(481, 1, List.of(SMALL), NO_HOLIDAYS)).isEmpty();
    assertThat(places(480, 4, List.of(SMALL), NO_HOLIDAYS))
        .containsExactly(place("2027-01-15T09:00", 480, SMALL));
  }

  @Test
  void on_whole_half_hours_where_the_day_opens_in_between() {
    CalendarRule early =
        new CalendarRule(
            CALENDAR.zone(),
            "NL",
            CALENDAR.days(),
            LocalTime.of(8, 45),
            LocalTime.of(10, 45),
            List.of());
    assertThat(
            SessionProposal.places(
                    meeting(60, 4),
                    List.of(SMALL),
                    WorkingCalendar.of(early, NO_HOLIDAYS),
                    MONDAY,
                    FRIDAY_NIGHT)
                .map(one -> one.start().toLocalTime()))
        .containsExactly(LocalTime.of(9, 0), LocalTime.of(9, 30));
  }

  @Test
  void to_nobody_in_no_groups() {
    assertThat(SessionProposal.groups(List.of(), 5)).isEmpty();
  }

  @Property
  void to_everybody_once_in_as_few_even_groups_as_the_seats_allow(
      @ForAll @IntRange(min = 1, max = 300) int count,
      @ForAll @IntRange(min = 1, max = 40) int seats) {
    List<List<PersonId>> groups = SessionProposal.groups(people(count), seats);

    assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(people(count));
    assertThat(groups).hasSize((int) Math.ceil((double) count / seats));
    int most = groups.stream().mapToInt(List::size).max().orElseThrow();
    int least = groups.stream().mapToInt(List::size).min().orElseThrow();
    assertThat(most).isLessThanOrEqualTo(seats);
    assertThat(most - least).isLessThanOrEqualTo(1);
  }

  private static List<Place> places(int minutes, int notice, List<Room> rooms, Holidays holidays) {
    return SessionProposal.places(
            meeting(minutes, notice),
            rooms,
            WorkingCalendar.of(CALENDAR, holidays),
            MONDAY,
            FRIDAY_NIGHT)
        .toList();
  }

  private static MeetingPlan meeting(int minutes, int notice) {
    return new MeetingPlan(text("A look"), null, minutes, List.of("room-5"), null, notice);
  }

  private static Place place(String start, int minutes, Room room) {
    return new Place(LocalDateTime.parse(start), ZoneId.of("Europe/Amsterdam"), minutes, room);
  }
}
