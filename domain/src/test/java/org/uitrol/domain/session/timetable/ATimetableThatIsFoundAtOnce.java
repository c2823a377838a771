package org.uitrol.domain.session.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Timetables.EVA;
import static org.uitrol.domain.testing.Timetables.FINANCE;
import static org.uitrol.domain.testing.Timetables.FIRST;
import static org.uitrol.domain.testing.Timetables.HALL;
import static org.uitrol.domain.testing.Timetables.JAN;
import static org.uitrol.domain.testing.Timetables.MONDAY;
import static org.uitrol.domain.testing.Timetables.SECOND;
import static org.uitrol.domain.testing.Timetables.SMALL;
import static org.uitrol.domain.testing.Timetables.TUESDAY;
import static org.uitrol.domain.testing.Timetables.at;
import static org.uitrol.domain.testing.Timetables.on;
import static org.uitrol.domain.testing.Timetables.person;
import static org.uitrol.domain.testing.Timetables.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.testing.Timetables;

class ATimetableThatIsFoundAtOnce {

  @Test
  void takes_the_first_places_one_after_another() {
    TimetableProblem problem = new Timetables().people(6).drafts(FIRST, SECOND).problem();

    Timetable found = FirstFit.of(problem);

    assertThat(found.sessions())
        .containsExactly(
            Map.entry(FIRST, at(SMALL, "2027-01-11T09:00")),
            Map.entry(SECOND, at(SMALL, "2027-01-11T10:00")));
    assertThat(found.people(FIRST)).hasSize(3);
    assertThat(found.seats()).hasSize(6);
  }

  @Test
  void goes_round_what_is_taken_and_when_rooms_are_closed() {
    TimetableProblem problem =
        new Timetables()
            .people(2)
            .drafts(FIRST)
            .closedOn(MONDAY)
            .taken(RoomDayId.ofRoom("small", TUESDAY), "09:00", "17:00")
            .taken(RoomDayId.ofDepartment(FINANCE, TUESDAY), "10:00", "11:00")
            .problem();

    assertThat(FirstFit.of(problem).sessions().values())
        .containsExactly(at(HALL, "2027-01-12T11:00"));
  }

  @Test
  void has_somebody_lead_who_is_there_and_speaks_the_language() {
    TimetableProblem problem =
        new Timetables()
            .guest("p1", "nl", Availability.ALWAYS, null, null)
            .guest("p2", "en", Availability.ALWAYS, null, null)
            .drafts(FIRST, SECOND)
            .lead(EVA, on(DayOfWeek.TUESDAY), "nl")
            .lead(JAN, Availability.ALWAYS, "en")
            .problem();

    Timetable found = FirstFit.of(problem);

    assertThat(found.sessions().values())
        .containsExactly(
            at(SMALL, "2027-01-12T09:00", EVA, "nl"), at(SMALL, "2027-01-11T09:00", JAN, "en"));
    assertThat(found.people(FIRST)).containsExactly(person(1));
  }

  @Test
  void fills_free_seats_before_it_adds_a_session() {
    Arrangement there = at(SMALL, "2027-01-13T09:00");
    TimetableProblem problem =
        new Timetables()
            .guest("p1", null, Availability.ALWAYS, null, FIRST)
            .guest("p2", null, Availability.ALWAYS, null, null)
            .draft(new Draft(FIRST, there, true))
            .drafts(SECOND)
            .problem();

    Timetable found = FirstFit.of(problem);

    assertThat(found.sessions()).containsExactly(Map.entry(FIRST, there));
    assertThat(found.people(FIRST)).containsExactly(person(1), person(2));
  }

  @Test
  void moves_a_session_that_lost_its_room_to_the_nearest_place_for_all_its_people() {
    TimetableProblem problem =
        new Timetables()
            .guest("p1", null, on(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY), null, FIRST)
            .draft(new Draft(FIRST, at(SMALL, "2027-01-12T09:00"), false))
            .taken(RoomDayId.ofRoom("small", TUESDAY), "00:00", "23:59")
            .problem();

    assertThat(FirstFit.of(problem).sessions())
        .containsExactly(Map.entry(FIRST, at(HALL, "2027-01-12T10:00")));
  }

  @Test
  void tells_why_somebody_has_no_seat() {
    Timetables base = new Timetables().lead(EVA, Availability.ALWAYS, "nl").drafts(FIRST);
    Map<LocalDate, Engagement> busy = new HashMap<>();
    MONDAY
        .datesUntil(MONDAY.plusDays(5))
        .forEach(date -> busy.put(date, new Engagement(date, slot("09:00", "17:00"))));

    assertThat(reason(base, on(DayOfWeek.SUNDAY), "nl")).isEqualTo(NoSeat.DAY_OFF);
    assertThat(reason(base, new Availability(Set.of(), 2, Map.of(IsoWeek.of(MONDAY), 90)), "nl"))
        .isEqualTo(NoSeat.HOURS);
    assertThat(
            reason(
                base, new Availability(Set.of(), null, Map.of(), Set.copyOf(busy.values())), "nl"))
        .isEqualTo(NoSeat.ELSEWHERE);
    assertThat(reason(base, Availability.ALWAYS, "fr")).isEqualTo(NoSeat.NO_PRESENTER);
    assertThat(reason(base, Availability.ALWAYS, "nl")).isEqualTo(NoSeat.NO_ROOM);
    assertThat(reason(base.needing("piano"), Availability.ALWAYS, "nl")).isEqualTo(NoSeat.NO_ROOM);
  }

  @Property(tries = 100)
  void breaks_no_rule_and_seats_nobody_twice(
      @ForAll @IntRange(min = 0, max = 40) int people,
      @ForAll @IntRange(min = 0, max = 12) int drafts,
      @ForAll @IntRange(min = 0, max = 6) int closedFrom) {
    Timetables builder = new Timetables().lead(EVA, on(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "nl");
    builder.lead(JAN, on(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY), "nl", "en");
    for (int number = 0; number < people; number++) {
      builder.guest(
          "p" + number,
          number % 3 == 0 ? "en" : "nl",
          number % 4 == 0 ? on(DayOfWeek.of(1 + number % 5)) : Availability.ALWAYS,
          null,
          null);
    }
    for (int number = 0; number < drafts; number++) {
      builder.drafts(new SessionId("s" + number));
    }
    builder.taken(RoomDayId.ofRoom("small", MONDAY.plusDays(closedFrom)), "00:00", "23:59");
    TimetableProblem problem = builder.problem();

    Timetable found = FirstFit.of(problem);

    assertThat(new TimetableRules(problem).objections(found)).isEmpty();
    assertThat(found.sessions().keySet()).containsAll(Set.copyOf(found.seats().values()));
    assertThat(FirstFit.of(problem)).isEqualTo(found);
  }

  private static NoSeat reason(Timetables base, Availability availability, String language) {
    return base.problem().reason(new Guest(person(1), language, availability, null, null));
  }

  @Test
  void has_nothing_for_nobody() {
    assertThat(FirstFit.of(new Timetables().drafts(FIRST).problem())).isEqualTo(Timetable.EMPTY);
    assertThat(List.copyOf(FirstFit.of(new Timetables().people(1).problem()).seats().keySet()))
        .isEmpty();
  }
}
