package org.uitrol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.adapters.planning.TimefoldPlanner;
import org.uitrol.application.session.port.SessionPlanner.Effort;
import org.uitrol.application.session.port.SessionPlanner.Rated;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.LeadPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomFeatures;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.session.timetable.Draft;
import org.uitrol.domain.session.timetable.FirstFit;
import org.uitrol.domain.session.timetable.Guest;
import org.uitrol.domain.session.timetable.Lead;
import org.uitrol.domain.session.timetable.Rating;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.session.timetable.TimetableProblem;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;

/** How much better a timetable is after a search than what is found at once. */
class PlanningAgainstGreedy {

  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final int DAYS = 15;

  @Test
  void measure() {
    int people = Integer.getInteger("people", 400);
    int seconds = Integer.getInteger("seconds", 30);
    TimetableProblem problem = problem(people, new Random(4));
    TimefoldPlanner planner = new TimefoldPlanner();

    long begun = System.nanoTime();
    Timetable greedy = FirstFit.of(problem);
    double greedySeconds = (System.nanoTime() - begun) / 1e9;
    Rating before = planner.rate(problem, greedy);
    Rated found =
        planner
            .search(problem, greedy, new Effort(Duration.ofSeconds(seconds), 0), better -> {})
            .run();

    System.out.printf(
        "people %d, places %d, possible sessions %d%n",
        people, problem.places().size(), problem.drafts().size());
    print("at once (%.2f s)".formatted(greedySeconds), greedy, before);
    print("after %d s".formatted(seconds), found.timetable(), found.rating());
    assertThat(found.rating()).isLessThanOrEqualTo(before);
    assertThat(found.rating().broken()).isZero();
  }

  private static void print(String what, Timetable timetable, Rating rating) {
    System.out.printf(
        "%s: broken %d, without a seat %d, cost %d, sessions %d%n",
        what, rating.broken(), rating.unseated(), rating.cost(), timetable.sessions().size());
  }

  /** Nurses and clerks in two languages on two sites, a third part-time, rooms half taken. */
  private static TimetableProblem problem(int people, Random random) {
    List<Room> rooms =
        List.of(
            room("north-1", 10, "North"),
            room("north-2", 12, "North"),
            room("south-1", 10, "South"),
            room("south-2", 16, "South"));
    List<Lead> leads =
        List.of(
            lead("ann", Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), "nl"),
            lead("bob", Set.of(), "nl", "en"),
            lead("cas", Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY), "en"));
    Map<LocalDate, Slot> open = new LinkedHashMap<>();
    Map<RoomDayId, List<Slot>> taken = new LinkedHashMap<>();
    MONDAY
        .datesUntil(MONDAY.plusDays(DAYS))
        .filter(date -> date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
        .forEach(
            date -> {
              open.put(date, new Slot(LocalTime.of(9, 0), LocalTime.of(17, 0)));
              for (Room room : rooms) {
                LocalTime from = LocalTime.of(9 + random.nextInt(6), 0);
                taken.put(
                    RoomDayId.ofRoom(room.id(), date), List.of(new Slot(from, from.plusHours(2))));
              }
            });
    List<Guest> guests = new ArrayList<>();
    for (int number = 0; number < people; number++) {
      guests.add(guest(number, random));
    }
    List<Draft> drafts = new ArrayList<>();
    for (int number = 0; number < people / 10 + 4; number++) {
      drafts.add(Draft.possible(new SessionId("s" + number)));
    }
    return new TimetableProblem(
        new DepartmentId("care"), 60, ZONE, open, rooms, List.of(), leads, guests, drafts, taken);
  }

  private static Guest guest(int number, Random random) {
    Set<DayOfWeek> days =
        number % 3 == 0
            ? EnumSet.of(DayOfWeek.of(1 + random.nextInt(5)), DayOfWeek.of(1 + random.nextInt(5)))
            : Set.of();
    Map<IsoWeek, Integer> taken = number % 5 == 0 ? Map.of(IsoWeek.of(MONDAY), 90) : Map.of();
    return new Guest(
        new PersonId("p" + number),
        number % 6 == 0 ? "en" : "nl",
        new Availability(days, 2, taken),
        number % 2 == 0 ? "North" : "South",
        null);
  }

  private static Room room(String id, int seats, String location) {
    return new Room(id, id, seats, null, new RoomFeatures(location, List.of(), null));
  }

  private static Lead lead(String person, Set<DayOfWeek> days, String... languages) {
    return new Lead(
        new LeadPlan(new PersonId(person), List.of(languages)),
        new Availability(days, null, Map.of()));
  }
}
