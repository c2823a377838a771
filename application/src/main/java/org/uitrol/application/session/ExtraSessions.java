package org.uitrol.application.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.rollout.ActivityTitles;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutCommand.NoteExtraSession;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.SessionsNoted;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * Plans one more session of an activity by hand, for instance when the rooms of the plan were all
 * taken. Who has no seat yet is invited, as long as there are seats.
 */
@Component
public class ExtraSessions {

  private final CommandDesk desk;
  private final Streams streams;
  private final RolloutIndex rollouts;
  private final Plans plans;
  private final Holidays holidays;
  private final SessionPlanning planning;
  private final Availabilities availabilities;
  private final TransactionManager transactions;

  public ExtraSessions(
      CommandDesk desk,
      Streams streams,
      RolloutIndex rollouts,
      Plans plans,
      Holidays holidays,
      SessionPlanning planning,
      Availabilities availabilities,
      TransactionManager transactions) {
    this.desk = desk;
    this.streams = streams;
    this.rollouts = rollouts;
    this.plans = plans;
    this.holidays = holidays;
    this.planning = planning;
    this.availabilities = availabilities;
    this.transactions = transactions;
  }

  /**
   * What somebody wants to plan.
   *
   * @param token makes the wish unique: the same one again plans nothing new
   * @param place in the zone of the plan
   */
  public record Wish(
      RolloutId rollout,
      String activity,
      String token,
      Place place,
      @Nullable PersonId presenter) {}

  /**
   * What came of a wish.
   *
   * @param invited how many people were invited
   * @param unplaced how many still have no seat
   * @param unable how many of those don't work on that day or have no hours left in that week
   */
  public record Outcome(SessionId session, int invited, int unplaced, int unable) {}

  /** The plan of the meetings of an activity; empty when it has none. */
  public Optional<MeetingPlan> meeting(RolloutId rollout, String activity) {
    return Optional.ofNullable(state(rollout).activities().get(activity))
        .flatMap(found -> meeting(plan(entry(rollout)), found));
  }

  /** Members for whom an activity is and who have no seat in any of its sessions. */
  public List<PersonId> withoutSeat(RolloutId rollout, String activity) {
    return withoutSeat(state(rollout), activity, sessions(rollout, activity));
  }

  private static List<PersonId> withoutSeat(
      DepartmentRollout rollout, String activity, List<Session> sessions) {
    ActivityState found = rollout.activities().get(activity);
    if (found == null) {
      return List.of();
    }
    return found.people().stream()
        .filter(rollout.members()::contains)
        .filter(person -> !found.isDoneBy(person))
        .filter(
            person ->
                sessions.stream()
                    .filter(session -> session.state() != Session.State.CANCELLED)
                    .noneMatch(session -> session.holdsSeat(person)))
        .toList();
  }

  /**
   * Books room, presenter and department, plans the session and invites; all of it or nothing.
   *
   * @throws Rejected {@code NOT_A_WORKING_DAY}, {@code SESSION_IN_THE_PAST}, {@code
   *     SESSION_PAST_MIDNIGHT}, what {@link SessionPlanning#book} refuses, {@code SESSION_PLANNED}
   *     when the same wish was about something else before, or what the rollout refuses
   */
  public Outcome plan(Wish wish, Actor actor) {
    SessionId session =
        new SessionId(Ids.derived("extra-session", wish.rollout(), wish.activity(), wish.token()));
    Optional<Session> known = streams.state(session, SessionEvent.class, Session::evolve);
    if (known.isPresent()) {
      if (!known.get().place().equals(wish.place())) {
        throw new Rejected("SESSION_PLANNED", Map.of("start", known.get().place().start()));
      }
      List<Session> others = sessions(wish.rollout(), wish.activity());
      List<PersonId> seatless = withoutSeat(state(wish.rollout()), wish.activity(), others);
      return new Outcome(
          session,
          known.get().seats().size(),
          seatless.size(),
          objections(seatless, wish, others).size());
    }
    Instant at = desk.now();
    Entry entry = entry(wish.rollout());
    Plan plan = plan(entry);
    check(wish.place(), plan, at);
    return transactions.fetchInTransaction(
        () -> plan(session, wish, plan, entry.department(), at, actor));
  }

  private Outcome plan(
      SessionId session, Wish wish, Plan plan, DepartmentId department, Instant at, Actor actor) {
    DepartmentRollout rollout = state(wish.rollout());
    ActivityState activity = rollout.activities().get(wish.activity());
    if (activity == null) {
      throw new Rejected("UNKNOWN_ACTIVITY", Map.of("activity", wish.activity()));
    }
    if (meeting(plan, activity).isEmpty()) {
      throw new Rejected("SESSIONS_NOT_PLANNED", Map.of("activity", wish.activity()));
    }
    List<Session> others = sessions(wish.rollout(), wish.activity());
    List<PersonId> seatless = withoutSeat(rollout, wish.activity(), others);
    Map<PersonId, NoSeat> unplaced = new LinkedHashMap<>(objections(seatless, wish, others));
    int unable = unplaced.size();
    List<PersonId> able =
        seatless.stream().filter(person -> !unplaced.containsKey(person)).toList();
    List<PersonId> invited = able.subList(0, Math.min(wish.place().room().seats(), able.size()));
    able.subList(invited.size(), able.size())
        .forEach(person -> unplaced.put(person, NoSeat.NO_ROOM));
    planning.book(session, wish.place(), wish.presenter(), department, at, actor);
    desk.send(new NoteExtraSession(wish.rollout(), wish.activity(), session, unplaced, at), actor);
    leaveWaitingLists(others, session, invited, at, actor);
    desk.send(
        new PlanSession(
            session,
            wish.rollout(),
            wish.activity(),
            activity.plan().kind(),
            Objects.requireNonNull(ActivityTitles.title(activity.plan(), plan)),
            wish.place(),
            wish.presenter(),
            invited,
            at),
        actor);
    planning.note(session, wish.place(), invited);
    return new Outcome(session, invited.size(), unplaced.size(), unable);
  }

  /** Who can't come then; the activity's other sessions don't count, since one is enough. */
  private Map<PersonId, NoSeat> objections(List<PersonId> people, Wish wish, List<Session> others) {
    Set<SessionId> except = others.stream().map(Session::id).collect(Collectors.toSet());
    return availabilities.objections(people, wish.rollout(), wish.place(), except);
  }

  /** Who waits for a seat elsewhere and gets one here, waits no longer. */
  private void leaveWaitingLists(
      List<Session> others, SessionId to, List<PersonId> invited, Instant at, Actor actor) {
    for (Session other : others) {
      for (PersonId person : invited) {
        if (other.state() == Session.State.PLANNED && other.waiting().contains(person)) {
          desk.send(new ReleaseSeat(other.id(), person, to, at), actor);
        }
      }
    }
  }

  private void check(Place place, Plan plan, Instant at) {
    WorkingCalendar calendar = WorkingCalendar.of(plan.calendar(), holidays);
    if (!place.startsAt().toInstant().isAfter(at)) {
      throw new Rejected("SESSION_IN_THE_PAST", Map.of("start", place.start()));
    }
    if (!calendar.isWorkingDay(place.start().toLocalDate())) {
      throw new Rejected("NOT_A_WORKING_DAY", Map.of("date", place.start().toLocalDate()));
    }
    if (!Place.endsBeforeMidnight(place.start().toLocalTime(), place.minutes())) {
      throw new Rejected("SESSION_PAST_MIDNIGHT");
    }
  }

  /** An activity; empty when the rollout has no such one. */
  Optional<ActivityPlan> activity(RolloutId rollout, String activity) {
    return Optional.ofNullable(state(rollout).activities().get(activity)).map(ActivityState::plan);
  }

  /** When an activity is to be over; empty before it started. */
  Optional<Instant> endsAt(RolloutId rollout, String activity) {
    return Optional.ofNullable(state(rollout).activities().get(activity))
        .flatMap(found -> Optional.ofNullable(found.endsAt()));
  }

  /** Who waits for a seat in another session of the activity and gets one here, waits no longer. */
  void leaveWaitingLists(
      RolloutId rollout,
      String activity,
      SessionId to,
      List<PersonId> invited,
      Instant at,
      Actor actor) {
    List<Session> others =
        sessions(rollout, activity).stream().filter(one -> !one.id().equals(to)).toList();
    leaveWaitingLists(others, to, invited, at, actor);
  }

  /** All sessions that an activity ever had. */
  List<Session> sessions(RolloutId rollout, String activity) {
    Set<SessionId> ids = new LinkedHashSet<>();
    for (RolloutEvent event : streams.events(rollout, RolloutEvent.class)) {
      if (event instanceof SessionsNoted noted && noted.activity().equals(activity)) {
        ids.addAll(noted.sessions());
      }
    }
    List<Session> sessions = new ArrayList<>();
    for (SessionId id : ids) {
      streams.state(id, SessionEvent.class, Session::evolve).ifPresent(sessions::add);
    }
    return sessions;
  }

  private static Optional<MeetingPlan> meeting(Plan plan, ActivityState activity) {
    return plan.meeting(activity.plan().kind(), activity.plan().uses());
  }

  private DepartmentRollout state(RolloutId rollout) {
    return streams
        .state(rollout, RolloutEvent.class, DepartmentRollout::evolve)
        .orElseThrow(() -> new Rejected("UNKNOWN_ROLLOUT", Map.of("rollout", rollout)));
  }

  private Plan plan(Entry entry) {
    return plans.inForce(entry.campaign(), entry.planVersion());
  }

  private Entry entry(RolloutId rollout) {
    return rollouts
        .find(rollout)
        .orElseThrow(() -> new Rejected("UNKNOWN_ROLLOUT", Map.of("rollout", rollout)));
  }
}
