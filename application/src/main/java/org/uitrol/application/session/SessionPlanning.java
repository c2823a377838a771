package org.uitrol.application.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessions;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomDayCommand.ReleaseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
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

  private final CommandDesk desk;

  public SessionPlanning(CommandDesk desk) {
    this.desk = desk;
  }

  /**
   * Plans as few sessions as the rooms allow and invites everybody to one of them.
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
    Set<SessionId> sessions = new LinkedHashSet<>();
    Set<PersonId> unplaced = new LinkedHashSet<>();
    int number = 0;
    for (List<PersonId> group : SessionProposal.groups(people, rooms.get(0).seats())) {
      number++;
      SessionId session =
          new SessionId(Ids.derived("session", rollout.rollout(), activity.id(), number));
      Optional<Place> place =
          firstFree(session, group.size(), meeting, rooms, calendar, endsAt, rollout, at, actor);
      if (place.isPresent()) {
        sessions.add(session);
        desk.send(
            new PlanSession(
                session,
                rollout.rollout(),
                activity.id(),
                activity.kind(),
                title,
                place.get(),
                meeting.presenter(),
                group,
                at),
            actor);
      } else {
        unplaced.addAll(group);
      }
    }
    desk.send(new NoteSessions(rollout.rollout(), activity.id(), sessions, unplaced, at), actor);
  }

  /**
   * Books room, presenter and department for a session at a place, or none of them.
   *
   * @throws Rejected {@code ROOM_TAKEN} when one of them has something else at that time
   */
  public void book(
      SessionId session,
      Place place,
      @Nullable PersonId presenter,
      DepartmentId department,
      Instant at,
      Actor actor) {
    List<RoomDayId> booked = new ArrayList<>();
    try {
      for (RoomDayId one : needs(place, presenter, department)) {
        desk.send(new ReserveRoom(one, session, slot(place), at), actor);
        booked.add(one);
      }
    } catch (Rejected taken) {
      booked.forEach(one -> desk.send(new ReleaseRoom(one, session, at), actor));
      throw taken;
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
    List<RoomDayId> needed = kept == null ? List.of() : needs(kept, presenter, department);
    for (RoomDayId one : needs(place, presenter, department)) {
      if (!needed.contains(one)) {
        desk.send(new ReleaseRoom(one, session, at), actor);
      }
    }
  }

  private Optional<Place> firstFree(
      SessionId session,
      int people,
      MeetingPlan meeting,
      List<Room> rooms,
      WorkingCalendar calendar,
      Instant endsAt,
      Entry rollout,
      Instant at,
      Actor actor) {
    Iterator<Place> places =
        SessionProposal.places(meeting, rooms, calendar, at, endsAt).iterator();
    while (places.hasNext()) {
      Place place = places.next();
      if (place.room().seats() >= people) {
        try {
          book(session, place, meeting.presenter(), rollout.department(), at, actor);
          return Optional.of(place);
        } catch (Rejected taken) {
          if (!taken.code().equals("ROOM_TAKEN")) {
            throw taken;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<RoomDayId> needs(
      Place place, @Nullable PersonId presenter, DepartmentId department) {
    LocalDate date = place.start().toLocalDate();
    List<RoomDayId> needs = new ArrayList<>();
    needs.add(RoomDayId.ofRoom(place.room().id(), date));
    needs.add(RoomDayId.ofDepartment(department, date));
    if (presenter != null) {
      needs.add(RoomDayId.ofPresenter(presenter, date));
    }
    return needs;
  }

  private static Slot slot(Place place) {
    return new Slot(
        place.start().toLocalTime(), place.start().toLocalTime().plusMinutes(place.minutes()));
  }
}
