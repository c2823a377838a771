package org.uitrol.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * Where the sessions of a meeting could be, and who goes to which. A first form: each session takes
 * the first slot whose room is free; people are spread evenly.
 */
public final class SessionProposal {

  private static final int GRID_MINUTES = 30;

  private SessionProposal() {}

  /**
   * The slots that a session may take, the preferred one first: day by day, by time of day, and in
   * the plan's order of rooms. Sessions begin on whole half hours, after the notice, within working
   * hours and not after the last day.
   */
  public static Stream<Place> places(
      MeetingPlan meeting,
      List<Room> rooms,
      WorkingCalendar calendar,
      Instant from,
      Instant endsAt) {
    LocalDate first =
        calendar.plus(from.atZone(calendar.zone()).toLocalDate(), Math.max(1, meeting.notice()));
    LocalDate last = endsAt.atZone(calendar.zone()).toLocalDate();
    return first
        .datesUntil(last.plusDays(1).isBefore(first) ? first : last.plusDays(1))
        .filter(calendar::isWorkingDay)
        .flatMap(date -> starts(date, meeting, calendar).map(date::atTime))
        .flatMap(
            start ->
                rooms.stream()
                    .filter(room -> isBookable(room, start, meeting))
                    .map(room -> place(start, room, meeting, calendar)));
  }

  /** Spreads people evenly over as few groups as the seats allow, in a stable order. */
  public static List<List<PersonId>> groups(List<PersonId> people, int seats) {
    if (people.isEmpty()) {
      return List.of();
    }
    int count = (people.size() + seats - 1) / seats;
    List<List<PersonId>> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      groups.add(people.subList(i * people.size() / count, (i + 1) * people.size() / count));
    }
    return Collections.unmodifiableList(groups);
  }

  private static Place place(
      LocalDateTime start, Room room, MeetingPlan meeting, WorkingCalendar calendar) {
    return new Place(start, calendar.zone(), meeting.minutes(), room.booked());
  }

  private static boolean isBookable(Room room, LocalDateTime start, MeetingPlan meeting) {
    Slot hours = room.known().hours();
    LocalTime from = start.toLocalTime();
    return hours == null || hours.holds(Slot.starting(from, meeting.minutes()));
  }

  private static Stream<LocalTime> starts(
      LocalDate date, MeetingPlan meeting, WorkingCalendar calendar) {
    LocalTime opens = calendar.rule().opens();
    long minutes = Duration.between(opens, calendar.closes(date)).toMinutes();
    long firstGrid = Math.floorMod(-opens.getMinute(), GRID_MINUTES);
    return Stream.iterate(firstGrid, offset -> offset + GRID_MINUTES)
        .takeWhile(offset -> offset + meeting.minutes() <= minutes)
        .map(opens::plusMinutes);
  }
}
