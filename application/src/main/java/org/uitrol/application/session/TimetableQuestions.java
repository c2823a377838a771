package org.uitrol.application.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.session.Availability;
import org.uitrol.domain.session.LeadPlan;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomDay;
import org.uitrol.domain.session.RoomDayEvent;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Draft;
import org.uitrol.domain.session.timetable.Guest;
import org.uitrol.domain.session.timetable.Lead;
import org.uitrol.domain.session.timetable.TimetableProblem;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * Makes the question about the sessions of an activity, from what is known now: rooms and people
 * that are taken, days and hours of people, and the sessions that there are. Those that can stay as
 * they are aren't to be moved.
 */
@Component
public class TimetableQuestions {

  /** Also of an activity that ends sooner: who missed it can still come. */
  private static final int SHORTEST_WORKING_DAYS = 10;

  private static final int SPARE_SESSIONS = 2;
  private static final int MOST_SESSIONS = 200;
  private static final Slot ALL_DAY = new Slot(LocalTime.MIN, LocalTime.MAX);

  private final ExtraSessions extra;
  private final Availabilities availabilities;
  private final Streams streams;
  private final RolloutIndex rollouts;
  private final Plans plans;
  private final Holidays holidays;

  public TimetableQuestions(
      ExtraSessions extra,
      Availabilities availabilities,
      Streams streams,
      RolloutIndex rollouts,
      Plans plans,
      Holidays holidays) {
    this.extra = extra;
    this.availabilities = availabilities;
    this.streams = streams;
    this.rollouts = rollouts;
    this.plans = plans;
    this.holidays = holidays;
  }

  /**
   * The question.
   *
   * @param proposal makes the ids of sessions that there could be
   * @throws Rejected {@code UNKNOWN_ROLLOUT} or {@code SESSIONS_NOT_PLANNED}
   */
  public TimetableProblem of(RolloutId rollout, String activity, String proposal, Instant at) {
    Entry entry =
        rollouts
            .find(rollout)
            .orElseThrow(() -> new Rejected("UNKNOWN_ROLLOUT", Map.of("rollout", rollout)));
    MeetingPlan meeting =
        extra
            .meeting(rollout, activity)
            .orElseThrow(() -> new Rejected("SESSIONS_NOT_PLANNED", Map.of("activity", activity)));
    Plan plan = plans.inForce(entry.campaign(), entry.planVersion());
    WorkingCalendar calendar = WorkingCalendar.of(plan.calendar(), holidays);
    List<Session> sessions =
        extra.sessions(rollout, activity).stream().filter(one -> one.isToCome(at)).toList();
    Map<LocalDate, Slot> open =
        open(calendar, meeting, at, extra.endsAt(rollout, activity).orElse(at));
    List<Room> rooms =
        plan.rooms().stream()
            .filter(room -> meeting.rooms().contains(room.id()))
            .sorted(Comparator.comparing(room -> meeting.rooms().indexOf(room.id())))
            .toList();
    List<PersonId> seatless = extra.withoutSeat(rollout, activity);
    Scope scope =
        new Scope(
            rollout,
            calendar,
            sessions,
            extra.sessions(rollout, activity).stream().map(Session::id).collect(Collectors.toSet()),
            dates(open, sessions),
            at);
    List<Lead> leads = leads(meeting, scope);
    TimetableProblem loose =
        new TimetableProblem(
            entry.department(),
            meeting.minutes(),
            calendar.zone(),
            open,
            rooms,
            meeting.known().equipment(),
            leads,
            guests(seatless, meeting, scope),
            List.of(),
            taken(rooms, leads, entry, scope));
    return withDrafts(loose, sessions, seatless.size(), proposal);
  }

  /** What all parts of the question are about. */
  private record Scope(
      RolloutId rollout,
      WorkingCalendar calendar,
      List<Session> sessions,
      Set<SessionId> all,
      List<LocalDate> dates,
      Instant at) {

    Map<PersonId, Availability> available(Availabilities availabilities, List<PersonId> people) {
      return dates.isEmpty()
          ? Map.of()
          : availabilities.of(
              people, rollout, dates.get(0), dates.get(dates.size() - 1), calendar.zone(), all);
    }
  }

  private static Map<LocalDate, Slot> open(
      WorkingCalendar calendar, MeetingPlan meeting, Instant at, Instant endsAt) {
    LocalDate today = at.atZone(calendar.zone()).toLocalDate();
    LocalDate first = calendar.plus(today, Math.max(1, meeting.notice()));
    LocalDate end = endsAt.atZone(calendar.zone()).toLocalDate();
    LocalDate least = calendar.plus(first, SHORTEST_WORKING_DAYS);
    Map<LocalDate, Slot> open = new LinkedHashMap<>();
    first
        .datesUntil((end.isBefore(least) ? least : end).plusDays(1))
        .filter(calendar::isWorkingDay)
        .filter(date -> calendar.closes(date).isAfter(calendar.rule().opens()))
        .forEach(date -> open.put(date, new Slot(calendar.rule().opens(), calendar.closes(date))));
    return open;
  }

  private static List<LocalDate> dates(Map<LocalDate, Slot> open, List<Session> sessions) {
    return Stream.concat(
            open.keySet().stream(), sessions.stream().map(one -> one.place().start().toLocalDate()))
        .distinct()
        .sorted()
        .toList();
  }

  /** Those of the plan, and who leads a session now. */
  private List<Lead> leads(MeetingPlan meeting, Scope scope) {
    Map<PersonId, LeadPlan> plans = new LinkedHashMap<>();
    meeting.leads().forEach(lead -> plans.put(lead.person(), lead));
    for (Session session : scope.sessions()) {
      PersonId presenter = session.presenter();
      if (presenter != null) {
        plans.putIfAbsent(presenter, new LeadPlan(presenter, List.of()));
      }
    }
    Map<PersonId, Availability> available =
        scope.available(availabilities, List.copyOf(plans.keySet()));
    return plans.values().stream()
        .map(lead -> new Lead(lead, available.getOrDefault(lead.person(), Availability.ALWAYS)))
        .toList();
  }

  private List<Guest> guests(List<PersonId> seatless, MeetingPlan meeting, Scope scope) {
    Map<PersonId, Optional<SessionId>> seats = new LinkedHashMap<>();
    for (Session session : scope.sessions()) {
      session.seatHolders().forEach(person -> seats.put(person, Optional.of(session.id())));
    }
    seatless.forEach(person -> seats.putIfAbsent(person, Optional.empty()));
    List<PersonId> people = List.copyOf(seats.keySet());
    Map<PersonId, Availability> available = scope.available(availabilities, people);
    Map<PersonId, String> languages = availabilities.languages(people);
    Map<PersonId, String> locations = availabilities.locations(people);
    return people.stream()
        .map(
            person ->
                new Guest(
                    person,
                    meeting.languageFor(languages.getOrDefault(person, "")),
                    available.getOrDefault(person, Availability.ALWAYS),
                    locations.get(person),
                    seats.getOrDefault(person, Optional.empty()).orElse(null)))
        .toList();
  }

  private Map<RoomDayId, List<Slot>> taken(
      List<Room> rooms, List<Lead> leads, Entry entry, Scope scope) {
    Set<String> keys = new LinkedHashSet<>();
    rooms.forEach(room -> keys.add(room.id()));
    scope.sessions().forEach(session -> keys.add(session.place().room().id()));
    Set<SessionId> own = scope.sessions().stream().map(Session::id).collect(Collectors.toSet());
    Map<RoomDayId, List<Slot>> taken = new HashMap<>();
    for (LocalDate date : scope.dates()) {
      Stream.of(
              keys.stream().map(room -> RoomDayId.ofRoom(room, date)),
              leads.stream().map(lead -> RoomDayId.ofPresenter(lead.person(), date)),
              Stream.of(RoomDayId.ofDepartment(entry.department(), date)))
          .flatMap(ids -> ids)
          .forEach(
              id -> {
                List<Slot> slots = taken(id, own);
                if (!slots.isEmpty()) {
                  taken.put(id, slots);
                }
              });
    }
    return taken;
  }

  private List<Slot> taken(RoomDayId id, Set<SessionId> own) {
    Optional<RoomDay> day = streams.state(id, RoomDayEvent.class, RoomDay::evolve);
    if (day.isEmpty()) {
      return List.of();
    } else if (day.get().closed()) {
      return List.of(ALL_DAY);
    }
    return day.get().reserved().entrySet().stream()
        .filter(entry -> !own.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A session that nothing is in the way of stays; as many are added as could be needed. */
  private static TimetableProblem withDrafts(
      TimetableProblem problem, List<Session> sessions, int seatless, String proposal) {
    List<Draft> drafts = new ArrayList<>();
    for (Session session : sessions) {
      Arrangement before =
          new Arrangement(session.place(), session.presenter(), session.language());
      boolean stays =
          problem.booking(before.place()).isEmpty()
              && (before.lead() == null
                  || problem
                      .objection(
                          problem.lead(before.lead()).orElse(null),
                          before.place(),
                          before.language())
                      .isEmpty());
      drafts.add(new Draft(session.id(), before, stays));
    }
    int smallest = problem.rooms().stream().mapToInt(Room::seats).min().orElse(1);
    int most =
        seatless == 0
            ? 0
            : Math.min(
                MOST_SESSIONS, seatless / smallest + problem.languages().size() + SPARE_SESSIONS);
    for (int number = 1; number <= most; number++) {
      drafts.add(Draft.possible(new SessionId(Ids.derived("proposed-session", proposal, number))));
    }
    return problem.with(drafts);
  }
}
