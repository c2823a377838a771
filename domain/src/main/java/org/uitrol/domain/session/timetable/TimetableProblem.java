package org.uitrol.domain.session.timetable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;

/**
 * The question: people need seats in sessions of one meeting.
 *
 * @param department whose people they are; it isn't in two sessions at the same time
 * @param minutes how long each session takes
 * @param open the dates on which sessions may be, in their order, and from when to when
 * @param rooms those of the meeting, the preferred one first
 * @param equipment what has to be in the room
 * @param leads who can lead it, the preferred one first; none when nobody in particular does
 * @param guests who has a seat already or needs one
 * @param drafts sessions that there are, and some that there could be
 * @param taken when rooms, presenters and the department are booked for anything else
 */
public record TimetableProblem(
    DepartmentId department,
    int minutes,
    ZoneId zone,
    Map<LocalDate, Slot> open,
    List<Room> rooms,
    List<String> equipment,
    List<Lead> leads,
    List<Guest> guests,
    List<Draft> drafts,
    Map<RoomDayId, List<Slot>> taken) {

  private static final int GRID_MINUTES = 30;

  public TimetableProblem {
    open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    rooms = List.copyOf(rooms);
    equipment = List.copyOf(equipment);
    leads = List.copyOf(leads);
    guests = List.copyOf(guests);
    drafts = List.copyOf(drafts);
    taken = Map.copyOf(taken);
  }

  /** The same question with other sessions. */
  public TimetableProblem with(List<Draft> others) {
    return new TimetableProblem(
        department, minutes, zone, open, rooms, equipment, leads, guests, others, taken);
  }

  /** Where a session could be if there were no others, the preferred place first. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>();
    open.forEach(
        (date, hours) -> {
          int opens = minuteOf(hours.from());
          for (int from = opens + Math.floorMod(-opens, GRID_MINUTES);
              from + minutes <= minuteOf(hours.to());
              from += GRID_MINUTES) {
            for (Room room : rooms) {
              Place place =
                  new Place(
                      date.atTime(LocalTime.ofSecondOfDay(from * 60L)),
                      zone,
                      minutes,
                      room.booked());
              if (objection(place).isEmpty()) {
                places.add(place);
              }
            }
          }
        });
    return places;
  }

  /** Which rule keeps sessions from a place, whatever else there is; empty when none does. */
  public Optional<Rule> objection(Place place) {
    LocalDate date = place.start().toLocalDate();
    Slot time = Slot.of(place);
    Slot hours = open.get(date);
    if (hours == null) {
      return Optional.of(Rule.CLOSED_DAY);
    }
    Room room = room(place);
    Slot ofRoom = room.known().hours();
    if (!hours.holds(time) || (ofRoom != null && !ofRoom.holds(time))) {
      return Optional.of(Rule.OUTSIDE_HOURS);
    } else if (!room.known().equipment().containsAll(equipment)) {
      return Optional.of(Rule.ROOM_EQUIPMENT);
    }
    return booking(place);
  }

  /** Which booking of others is in the way of a session at a place; empty when none is. */
  public Optional<Rule> booking(Place place) {
    LocalDate date = place.start().toLocalDate();
    Slot time = Slot.of(place);
    if (isTaken(RoomDayId.ofRoom(place.room().id(), date), time)) {
      return Optional.of(Rule.ROOM_TAKEN);
    }
    return isTaken(RoomDayId.ofDepartment(department, date), time)
        ? Optional.of(Rule.DEPARTMENT_TAKEN)
        : Optional.empty();
  }

  /** Which rule keeps somebody from leading a session; empty when none does. */
  public Optional<Rule> objection(@Nullable Lead lead, Place place, @Nullable String language) {
    if (lead == null) {
      return leads.isEmpty() ? Optional.empty() : Optional.of(Rule.PRESENTER_MISSING);
    }
    LocalDate date = place.start().toLocalDate();
    return isTaken(RoomDayId.ofPresenter(lead.person(), date), Slot.of(place))
        ? Optional.of(Rule.PRESENTER_TAKEN)
        : lead.objection(place, language);
  }

  public Optional<Lead> lead(@Nullable PersonId person) {
    return leads.stream().filter(one -> one.person().equals(person)).findFirst();
  }

  public Optional<Guest> guest(PersonId person) {
    return guests.stream().filter(one -> one.person().equals(person)).findFirst();
  }

  public Optional<Draft> draft(SessionId session) {
    return drafts.stream().filter(one -> one.session().equals(session)).findFirst();
  }

  /** The room of a place with all that the plan tells of it. */
  public Room room(Place place) {
    return rooms.stream()
        .filter(one -> one.id().equals(place.room().id()))
        .findFirst()
        .orElse(place.room());
  }

  /** The languages in which sessions are asked for; none when the meeting has only one. */
  public List<String> languages() {
    return guests.stream()
        .flatMap(guest -> Optional.ofNullable(guest.language()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Why somebody has no seat in a timetable: the first thing that leaves no place over at which the
   * person could sit.
   */
  public NoSeat reason(Guest guest) {
    List<Place> left = new ArrayList<>(places());
    if (left.isEmpty()) {
      return NoSeat.NO_ROOM;
    }
    left.removeIf(place -> !guest.availability().works(place.start().toLocalDate()));
    if (left.isEmpty()) {
      return NoSeat.DAY_OFF;
    }
    left.removeIf(
        place -> guest.availability().isTooMuch(place.start().toLocalDate(), place.minutes()));
    if (left.isEmpty()) {
      return NoSeat.HOURS;
    }
    left.removeIf(place -> guest.availability().objection(place).isPresent());
    if (left.isEmpty()) {
      return NoSeat.ELSEWHERE;
    }
    left.removeIf(
        place ->
            !leads.isEmpty()
                && leads.stream()
                    .allMatch(lead -> objection(lead, place, guest.language()).isPresent()));
    return left.isEmpty() ? NoSeat.NO_PRESENTER : NoSeat.NO_ROOM;
  }

  private boolean isTaken(RoomDayId day, Slot time) {
    return taken.getOrDefault(day, List.of()).stream().anyMatch(time::overlaps);
  }

  private static int minuteOf(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
