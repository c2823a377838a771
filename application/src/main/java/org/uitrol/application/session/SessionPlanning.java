package org.uitrol.application.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.session.port.SessionHours;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessions;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomDayCommand.ReleaseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.Seating;
import org.uitrol.domain.session.Seating.Group;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionProposal;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * Finds room for the sessions of an activity. Every session keeps its room, its presenter and its
 * department for itself, over all campaigns: what is taken is refused by the one who has it, and
 * the next place is tried.
 */
@Component
public class SessionPlanning {

  private static final String ROOM_TAKEN = "ROOM_TAKEN";
  private static final String DEPARTMENT_TAKEN = "DEPARTMENT_TAKEN";
  private static final String PRESENTER_TAKEN = "PRESENTER_TAKEN";
  private static final Set<String> TAKEN = Set.of(ROOM_TAKEN, DEPARTMENT_TAKEN, PRESENTER_TAKEN);

  private final CommandDesk desk;
  private final Availabilities availabilities;
  private final SessionHours hours;

  public SessionPlanning(CommandDesk desk, Availabilities availabilities, SessionHours hours) {
    this.desk = desk;
    this.availabilities = availabilities;
    this.hours = hours;
  }

  /**
   * Plans as few sessions as the rooms allow and invites everybody to one of them, on a day on
   * which they work and in a week in which they have hours left.
   *
   * @param plan the plan that names the rooms
   * @param endsAt the last moment on which a session may end
   */
  public void plan(
      ActivityPlan activity,
      MeetingPlan meeting,
      Text title,
      Plan plan,
      Entry rollout,
      List<PersonId> people,
      WorkingCalendar calendar,
      Instant endsAt,
      Instant at,
      Actor actor) {
    List<Room> rooms =
        plan.rooms().stream().filter(room -> meeting.rooms().contains(room.id())).toList();
    List<Place> places = SessionProposal.places(meeting, rooms, calendar, at, endsAt).toList();
    Seating seating =
        new Seating(people, places, rooms.get(0).seats(), available(people, places, rollout));
    Set<SessionId> sessions = new LinkedHashSet<>();
    SessionId session = session(rollout, activity, 1);
    Optional<Group> next = seat(seating, session, meeting, rollout, at, actor);
    while (next.isPresent()) {
      Group group = next.get();
      sessions.add(session);
      desk.send(
          new PlanSession(
              session,
              rollout.rollout(),
              activity.id(),
              activity.kind(),
              title,
              group.place(),
              meeting.presenter(),
              group.people(),
              at),
          actor);
      note(session, group.place(), group.people());
      session = session(rollout, activity, sessions.size() + 1);
      next = seat(seating, session, meeting, rollout, at, actor);
    }
    desk.send(
        new NoteSessions(rollout.rollout(), activity.id(), sessions, seating.unplaced(), at),
        actor);
  }

  /** Counts the hours of a session at once, so that whatever is planned next knows of them. */
  void note(SessionId session, Place place, List<PersonId> people) {
    hours.put(session, place);
    people.forEach(person -> hours.hold(session, person));
  }

  private Map<PersonId, Availability> available(
      List<PersonId> people, List<Place> places, Entry rollout) {
    if (places.isEmpty()) {
      return Map.of();
    }
    LocalDate first = places.get(0).start().toLocalDate();
    LocalDate last = places.get(places.size() - 1).start().toLocalDate();
    return availabilities.of(people, rollout.rollout(), first, last, Set.of());
  }

  private static SessionId session(Entry rollout, ActivityPlan activity, int number) {
    return new SessionId(Ids.derived("session", rollout.rollout(), activity.id(), number));
  }

  private Optional<Group> seat(
      Seating seating,
      SessionId session,
      MeetingPlan meeting,
      Entry rollout,
      Instant at,
      Actor actor) {
    return seating.next((place, group) -> isBooked(session, place, meeting, rollout, at, actor));
  }

  /**
   * Books room, presenter and department for a session at a place, or none of them.
   *
   * @throws Rejected {@code ROOM_TAKEN}, {@code DEPARTMENT_TAKEN} or {@code PRESENTER_TAKEN} when
   *     it has something else at that time
   */
  public void book(
      SessionId session,
      Place place,
      @Nullable PersonId presenter,
      DepartmentId department,
      Instant at,
      Actor actor) {
    List<RoomDayId> booked = new ArrayList<>();
    for (Map.Entry<RoomDayId, String> need : needs(place, presenter, department).entrySet()) {
      try {
        desk.send(new ReserveRoom(need.getKey(), session, slot(place), at), actor);
        booked.add(need.getKey());
      } catch (Rejected taken) {
        booked.forEach(one -> desk.send(new ReleaseRoom(one, session, at), actor));
        throw taken.code().equals(ROOM_TAKEN)
            ? new Rejected(need.getValue(), taken.facts())
            : taken;
      }
    }
  }

  /** Gives back what was booked for a place, but for what another place needs too. */
  public void release(
      SessionId session,
      Place place,
      @Nullable Place kept,
      @Nullable PersonId presenter,
      DepartmentId department,
      Instant at,
      Actor actor) {
    Set<RoomDayId> needed = kept == null ? Set.of() : needs(kept, presenter, department).keySet();
    for (RoomDayId one : needs(place, presenter, department).keySet()) {
      if (!needed.contains(one)) {
        desk.send(new ReleaseRoom(one, session, at), actor);
      }
    }
  }

  private boolean isBooked(
      SessionId session, Place place, MeetingPlan meeting, Entry rollout, Instant at, Actor actor) {
    try {
      book(session, place, meeting.presenter(), rollout.department(), at, actor);
      return true;
    } catch (Rejected taken) {
      if (!TAKEN.contains(taken.code())) {
        throw taken;
      }
      return false;
    }
  }

  /** What has to be free, each with the code of the refusal when it isn't. */
  private static Map<RoomDayId, String> needs(
      Place place, @Nullable PersonId presenter, DepartmentId department) {
    LocalDate date = place.start().toLocalDate();
    Map<RoomDayId, String> needs = new LinkedHashMap<>();
    needs.put(RoomDayId.ofRoom(place.room().id(), date), ROOM_TAKEN);
    needs.put(RoomDayId.ofDepartment(department, date), DEPARTMENT_TAKEN);
    if (presenter != null) {
      needs.put(RoomDayId.ofPresenter(presenter, date), PRESENTER_TAKEN);
    }
    return needs;
  }

  private static Slot slot(Place place) {
    return new Slot(
        place.start().toLocalTime(), place.start().toLocalTime().plusMinutes(place.minutes()));
  }
}
