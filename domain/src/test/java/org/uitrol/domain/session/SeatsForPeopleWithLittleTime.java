package org.uitrol.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Meetings.people;
import static org.uitrol.domain.testing.Meetings.room;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.session.Seating.Group;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;

class SeatsForPeopleWithLittleTime {

  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  @Test
  void are_on_a_day_on_which_each_works() {
    List<PersonId> all = people(4);
    Map<PersonId, Availability> available =
        Map.of(
            all.get(0), on(DayOfWeek.TUESDAY),
            all.get(1), on(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
            all.get(2), on(DayOfWeek.THURSDAY));

    Seating seating = new Seating(all, places(5, 60, 10), 10, available);

    assertThat(seatAll(seating))
        .containsExactly(
            new Group(place(1, 60, 10), List.of(all.get(0), all.get(1), all.get(3))),
            new Group(place(3, 60, 10), List.of(all.get(2))));
    assertThat(seating.unplaced()).isEmpty();
  }

  @Test
  void are_together_on_the_first_day_that_suits_all() {
    List<PersonId> all = people(3);
    Map<PersonId, Availability> available =
        Map.of(
            all.get(0),
            on(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
            all.get(2),
            on(DayOfWeek.WEDNESDAY));

    assertThat(seatAll(new Seating(all, places(5, 60, 10), 10, available)))
        .extracting(Group::place)
        .containsExactly(place(2, 60, 10));
  }

  @Test
  void are_in_a_week_with_hours_left() {
    List<PersonId> all = people(2);
    Map<PersonId, Availability> available = Map.of(all.get(0), having(2, 90));

    assertThat(seatAll(new Seating(all, places(12, 60, 10), 10, available)))
        .extracting(Group::place)
        .containsExactly(place(7, 60, 10));
  }

  @Test
  void are_not_there_for_who_works_on_no_day_or_has_no_hours_left() {
    List<PersonId> all = people(3);
    Map<PersonId, Availability> available =
        Map.of(all.get(0), on(DayOfWeek.SATURDAY), all.get(1), having(2, 90));

    Seating seating = new Seating(all, places(5, 60, 10), 10, available);

    assertThat(seatAll(seating)).hasSize(1);
    assertThat(seating.unplaced())
        .isEqualTo(Map.of(all.get(0), NoSeat.DAY_OFF, all.get(1), NoSeat.HOURS));
  }

  @Test
  void are_there_in_one_session_that_is_longer_than_the_limit_but_not_beside_another() {
    List<PersonId> all = people(2);
    Map<PersonId, Availability> available =
        Map.of(all.get(0), having(2, 0), all.get(1), having(2, 1));

    Seating seating = new Seating(all, places(5, 240, 10), 10, available);

    assertThat(seatAll(seating)).extracting(Group::people).containsExactly(List.of(all.get(0)));
    assertThat(seating.unplaced()).isEqualTo(Map.of(all.get(1), NoSeat.HOURS));
  }

  @Test
  void may_be_missing_because_no_room_is_free() {
    List<PersonId> all = people(5);

    Seating seating = new Seating(all, places(5, 60, 3), 3, Map.of());
    Optional<Group> one = seating.next((place, group) -> true);
    Optional<Group> none = seating.next((place, group) -> false);

    assertThat(one.map(Group::people)).contains(all.subList(0, 2));
    assertThat(none).isEmpty();
    assertThat(seating.unplaced()).containsOnlyKeys(all.subList(2, 5));
    assertThat(seating.unplaced().values()).containsOnly(NoSeat.NO_ROOM);
  }

  @Property(tries = 500)
  void never_break_a_limit_or_a_day_off_and_leave_out_only_whom_they_must(
      @ForAll("availabilities") List<Availability> availabilities,
      @ForAll @IntRange(min = 1, max = 8) int seats,
      @ForAll @IntRange(min = 15, max = 300) int minutes,
      @ForAll @IntRange(min = 1, max = 12) int days) {
    List<PersonId> all = people(availabilities.size());
    Map<PersonId, Availability> available = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      available.put(all.get(i), availabilities.get(i));
    }

    Seating seating = new Seating(all, places(days, minutes, seats), seats, available);
    List<Group> groups = seatAll(seating);

    Set<PersonId> seated = new HashSet<>();
    for (Group group : groups) {
      LocalDate date = group.place().start().toLocalDate();
      assertThat(group.people()).isNotEmpty().hasSizeLessThanOrEqualTo(seats);
      for (PersonId person : group.people()) {
        assertThat(seated.add(person)).isTrue();
        assertThat(suits(available.getOrDefault(person, Availability.ALWAYS), date, minutes))
            .isTrue();
      }
    }
    for (PersonId person : all) {
      boolean some =
          MONDAY
              .datesUntil(MONDAY.plusDays(days))
              .filter(date -> date.getDayOfWeek().getValue() <= 5)
              .anyMatch(
                  date ->
                      suits(available.getOrDefault(person, Availability.ALWAYS), date, minutes));
      assertThat(seated.contains(person)).isEqualTo(some);
      assertThat(seating.unplaced().containsKey(person)).isEqualTo(!some);
    }
  }

  private static boolean suits(Availability one, LocalDate date, int minutes) {
    int before = one.taken().getOrDefault(IsoWeek.of(date), 0);
    boolean hours = one.hours() == null || before == 0 || before + minutes <= one.hours() * 60;
    return hours && (one.days().isEmpty() || one.days().contains(date.getDayOfWeek()));
  }

  @Provide
  Arbitrary<List<Availability>> availabilities() {
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMaxSize(4);
    Arbitrary<Integer> hours = Arbitraries.integers().between(1, 6).injectNull(0.3);
    Arbitrary<Integer> taken = Arbitraries.integers().between(0, 300);
    return Combinators.combine(days, hours, taken, taken)
        .as(
            (on, limit, first, second) ->
                new Availability(
                    on,
                    limit,
                    Map.of(IsoWeek.of(MONDAY), first, IsoWeek.of(MONDAY.plusWeeks(1)), second)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  private static List<Group> seatAll(Seating seating) {
    List<Group> groups = new ArrayList<>();
    Optional<Group> next = seating.next((place, group) -> true);
    while (next.isPresent()) {
      groups.add(next.get());
      next = seating.next((place, group) -> true);
    }
    return groups;
  }

  private static Availability on(DayOfWeek... days) {
    return new Availability(Set.of(days), null, Map.of());
  }

  private static Availability having(int hours, int taken) {
    return new Availability(Set.of(), hours, Map.of(IsoWeek.of(MONDAY), taken));
  }

  /** One place on each working day, at ten. */
  private static List<Place> places(int days, int minutes, int seats) {
    List<Place> places = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      if (MONDAY.plusDays(day).getDayOfWeek().getValue() <= 5) {
        places.add(place(day, minutes, seats));
      }
    }
    return places;
  }

  private static Place place(int day, int minutes, int seats) {
    return new Place(MONDAY.plusDays(day).atTime(10, 0), ZONE, minutes, room(seats));
  }
}
