package org.uitrol.application.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.LeadPlan;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.NoSeat;
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
    if (meeting.known().byProposal()) {
      leaveToProposal(activity, rollout, people, at, actor);
      return;
    }
    List<Room> rooms = plan.rooms().stream().filter(meeting::suits).toList();
    List<Place> places = SessionProposal.places(meeting, rooms, calendar, at, endsAt).toList();
    Map<PersonId, NoSeat> unplaced = new LinkedHashMap<>();
    Set<SessionId> sessions = new LinkedHashSet<>();
    Map<PersonId, Availability> available = available(people, places, rollout);
    Map<PersonId, Availability> leads =
        available(meeting.leads().stream().map(LeadPlan::person).toList(), places, rollout);
    byLanguage(people, meeting)
        .forEach(
            (language, group) -> {
              Seating seating =
                  new Seating(group, places, rooms.isEmpty() ? 1 : rooms.get(0).seats(), available);
              Work work =
                  new Work(activity, meeting, title, rollout, language.orElse(null), at, actor);
              seatAll(seating, work, leads, available, sessions);
              unplaced.putAll(seating.unplaced());
            });
    desk.send(new NoteSessions(rollout.rollout(), activity.id(), sessions, unplaced, at), actor);
  }

  /** The owner hears that people wait, and makes a proposal. */
  private void leaveToProposal(
      ActivityPlan activity, Entry rollout, List<PersonId> people, Instant at, Actor actor) {
    Map<PersonId, NoSeat> waiting = new LinkedHashMap<>();
    people.forEach(person -> waiting.put(person, NoSeat.BY_PROPOSAL));
    desk.send(new NoteSessions(rollout.rollout(), activity.id(), Set.of(), waiting, at), actor);
  }

  private Map<Optional<String>, List<PersonId>> byLanguage(
      List<PersonId> people, MeetingPlan meeting) {
    if (!meeting.hasLanguages()) {
      return people.isEmpty() ? Map.of() : Map.of(Optional.empty(), people);
    }
    Map<PersonId, String> languages = availabilities.languages(people);
    return people.stream()
        .collect(
            Collectors.groupingBy(
                person ->
                    Optional.ofNullable(meeting.languageFor(languages.getOrDefault(person, ""))),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private record Work(
      ActivityPlan activity,
      MeetingPlan meeting,
      Text title,
      Entry rollout,
      @Nullable String language,
      Instant at,
      Actor actor) {}

  private void seatAll(
      Seating seating,
      Work work,
      Map<PersonId, Availability> leads,
      Map<PersonId, Availability> available,
      Set<SessionId> sessions) {
    while (true) {
      SessionId session = session(work.rollout(), work.activity(), sessions.size() + 1);
      List<@Nullable PersonId> presenter = new ArrayList<>();
      Optional<Group> next =
          seating.next(
              (place, group) ->
                  isFree(place, group, available)
                      && isBooked(session, place, work, leads, presenter));
      if (next.isEmpty()) {
        return;
      }
      Group group = next.get();
      sessions.add(session);
      desk.send(
          new PlanSession(
              session,
              work.rollout().rollout(),
              work.activity().id(),
              work.activity().kind(),
              work.title(),
              group.place(),
              presenter.get(0),
              group.people(),
              work.at(),
              work.language()),
          work.actor());
      note(session, group.place(), group.people());
    }
  }

  private static boolean isFree(
      Place place, List<PersonId> group, Map<PersonId, Availability> available) {
    Engagement time = Engagement.at(place);
    return group.stream()
        .noneMatch(person -> available.getOrDefault(person, Availability.ALWAYS).isElsewhere(time));
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
    ZoneId zone = places.get(0).zone();
    return availabilities.of(people, rollout.rollout(), first, last, zone, Set.of());
  }

  private static SessionId session(Entry rollout, ActivityPlan activity, int number) {
    return new SessionId(Ids.derived("session", rollout.rollout(), activity.id(), number));
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
        desk.send(new ReserveRoom(need.getKey(), session, Slot.of(place), at), actor);
        booked.add(need.getKey());
      } catch (Rejected taken) {
        booked.forEach(one -> desk.send(new ReleaseRoom(one, session, at), actor));
        throw taken.code().equals(ROOM_TAKEN)
            ? new Rejected(need.getValue(), taken.facts())
            : taken;
      }
    }
  }

  /** A place and who leads the session there. */
  public record Booked(Place place, @Nullable PersonId presenter) {}

  /** Gives back what was booked, but for what is kept. */
  public void release(
      SessionId session,
      Booked booked,
      @Nullable Booked kept,
      DepartmentId department,
      Instant at,
      Actor actor) {
    Set<RoomDayId> needed =
        kept == null ? Set.of() : needs(kept.place(), kept.presenter(), department).keySet();
    for (RoomDayId one : needs(booked.place(), booked.presenter(), department).keySet()) {
      if (!needed.contains(one)) {
        desk.send(new ReleaseRoom(one, session, at), actor);
      }
    }
  }

  /** Whoever can lead it there, the preferred one first, is added to the list. */
  private boolean isBooked(
      SessionId session,
      Place place,
      Work work,
      Map<PersonId, Availability> leads,
      List<@Nullable PersonId> presenter) {
    if (work.meeting().leads().isEmpty()) {
      return isBooked(session, place, null, work, presenter);
    }
    return work.meeting().leads().stream()
        .filter(lead -> lead.speaks(work.language()))
        .map(LeadPlan::person)
        .filter(
            person ->
                leads.getOrDefault(person, Availability.ALWAYS).works(place.start().toLocalDate()))
        .anyMatch(person -> isBooked(session, place, person, work, presenter));
  }

  private boolean isBooked(
      SessionId session,
      Place place,
      @Nullable PersonId lead,
      Work work,
      List<@Nullable PersonId> presenter) {
    try {
      book(session, place, lead, work.rollout().department(), work.at(), work.actor());
      presenter.add(lead);
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
}
