package org.uitrol.adapters.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.LeadPlan;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomFeatures;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Draft;
import org.uitrol.domain.session.timetable.Guest;
import org.uitrol.domain.session.timetable.Lead;
import org.uitrol.domain.session.timetable.TimetableProblem;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;

/**
 * A question that tests change to their needs: a training of an hour in the week of Monday 11
 * January 2027 from 9 to 17, in a room for 4 with a beamer or a hall for 10.
 */
final class Question {

  static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);
  static final LocalDate TUESDAY = MONDAY.plusDays(1);
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  static final DepartmentId FINANCE = new DepartmentId("finance");
  static final Room SMALL =
      new Room("small", "B.12", 4, null, new RoomFeatures("North", List.of("beamer"), null));
  static final Room HALL =
      new Room(
          "hall",
          "Hall",
          10,
          null,
          new RoomFeatures("South", List.of("beamer"), slot("10:00", "16:00")));
  static final PersonId EVA = new PersonId("eva");
  static final PersonId JAN = new PersonId("jan");
  static final SessionId FIRST = new SessionId("first");
  static final SessionId SECOND = new SessionId("second");

  private final Map<LocalDate, Slot> open = new LinkedHashMap<>();
  private final List<Room> rooms = new ArrayList<>(List.of(SMALL, HALL));
  private final List<String> equipment = new ArrayList<>();
  private final List<Lead> leads = new ArrayList<>();
  private final List<Guest> guests = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<RoomDayId, List<Slot>> taken = new LinkedHashMap<>();

  Question() {
    IntStream.range(0, 5).forEach(day -> open.put(MONDAY.plusDays(day), slot("09:00", "17:00")));
  }

  TimetableProblem problem() {
    return new TimetableProblem(
        FINANCE, 60, ZONE, open, rooms, equipment, leads, guests, drafts, taken);
  }

  /** People who can always come. */
  Question people(int count) {
    IntStream.rangeClosed(1, count)
        .forEach(number -> guest("p" + number, null, Availability.ALWAYS, null, null));
    return this;
  }

  Question guest(
      String person,
      @Nullable String language,
      Availability availability,
      @Nullable String location,
      @Nullable SessionId seat) {
    guests.add(new Guest(new PersonId(person), language, availability, location, seat));
    return this;
  }

  /** Sessions that there could be. */
  Question drafts(SessionId... sessions) {
    List.of(sessions).forEach(session -> drafts.add(Draft.possible(session)));
    return this;
  }

  Question draft(Draft draft) {
    drafts.add(draft);
    return this;
  }

  Question lead(PersonId person, Availability availability, String... languages) {
    leads.add(new Lead(new LeadPlan(person, List.of(languages)), availability));
    return this;
  }

  Question needing(String what) {
    equipment.add(what);
    return this;
  }

  Question taken(RoomDayId day, String from, String to) {
    taken.computeIfAbsent(day, key -> new ArrayList<>()).add(slot(from, to));
    return this;
  }

  Question closedOn(LocalDate date) {
    open.remove(date);
    return this;
  }

  static PersonId person(int number) {
    return new PersonId("p" + number);
  }

  static Slot slot(String from, String to) {
    return new Slot(LocalTime.parse(from), LocalTime.parse(to));
  }

  static Place place(Room room, String start) {
    return new Place(LocalDateTime.parse(start), ZONE, 60, room.booked());
  }

  static Arrangement at(Room room, String start) {
    return at(room, start, null, null);
  }

  static Arrangement at(
      Room room, String start, @Nullable PersonId lead, @Nullable String language) {
    return new Arrangement(place(room, start), lead, language);
  }

  static Availability on(DayOfWeek... days) {
    return new Availability(Set.of(days), null, Map.of());
  }
}
