package org.uitrol.adapters.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Draft;
import org.uitrol.domain.session.timetable.Guest;
import org.uitrol.domain.session.timetable.Lead;
import org.uitrol.domain.session.timetable.Rating;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.session.timetable.TimetableProblem;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/** A question about a timetable, as Timefold works on it. */
@PlanningSolution
public class Puzzle {

  @ProblemFactCollectionProperty
  @ValueRangeProvider(id = "spots")
  private List<Spot> spots = new ArrayList<>();

  @ProblemFactCollectionProperty
  @ValueRangeProvider(id = "tellers")
  private List<Teller> tellers = new ArrayList<>();

  @ProblemFactCollectionProperty
  @ValueRangeProvider(id = "languages")
  private List<String> languages = new ArrayList<>();

  @PlanningEntityCollectionProperty
  @ValueRangeProvider(id = "sessions")
  private List<PlannedSession> sessions = new ArrayList<>();

  @PlanningEntityCollectionProperty private List<Seat> seats = new ArrayList<>();

  @PlanningScore private @Nullable HardMediumSoftLongScore score;

  /** For Timefold, which makes copies. */
  Puzzle() {}

  /** The question, with an answer to begin with. */
  static Puzzle of(TimetableProblem problem, Timetable start) {
    Puzzle puzzle = new Puzzle();
    Map<Place, Spot> places = puzzle.addSpots(problem, start);
    Map<PersonId, Teller> people = new HashMap<>();
    for (Lead lead : problem.leads()) {
      Teller teller = new Teller(puzzle.tellers.size(), lead);
      puzzle.tellers.add(teller);
      people.put(lead.person(), teller);
    }
    puzzle.languages.addAll(problem.languages());
    Map<SessionId, PlannedSession> planned = new HashMap<>();
    for (Draft draft : problem.drafts()) {
      PlannedSession session = new PlannedSession(puzzle.sessions.size(), draft, problem);
      @Nullable Arrangement now =
          draft.fixed() ? draft.before() : start.of(draft.session()).orElse(null);
      if (now != null) {
        session.put(
            places.get(now.place()),
            now.lead() == null ? null : people.get(now.lead()),
            now.language());
      }
      puzzle.sessions.add(session);
      planned.put(draft.session(), session);
    }
    for (Guest guest : problem.guests()) {
      Seat seat = new Seat(puzzle.seats.size(), guest);
      @Nullable SessionId at =
          guest.seat() == null ? start.seats().get(guest.person()) : guest.seat();
      seat.put(at == null ? null : planned.get(at));
      puzzle.seats.add(seat);
    }
    return puzzle;
  }

  private Map<Place, Spot> addSpots(TimetableProblem problem, Timetable start) {
    List<LocalDate> dates = List.copyOf(problem.open().keySet());
    List<Place> all = new ArrayList<>(problem.places());
    problem
        .drafts()
        .forEach(
            draft -> {
              if (draft.before() != null) {
                all.add(draft.before().place());
              }
              start.of(draft.session()).ifPresent(now -> all.add(now.place()));
            });
    List<String> rooms = problem.rooms().stream().map(room -> room.id()).toList();
    Map<Place, Spot> places = new LinkedHashMap<>();
    for (Place place : all) {
      if (places.containsKey(place)) {
        continue;
      }
      int room = rooms.indexOf(place.room().id());
      Spot spot =
          new Spot(
              places.size(),
              place,
              (int) dates.stream().filter(one -> one.isBefore(place.start().toLocalDate())).count(),
              room < 0 ? rooms.size() : room,
              problem.room(place).known().location(),
              problem.objection(place).orElse(null),
              problem.booking(place).orElse(null));
      places.put(place, spot);
    }
    spots.addAll(places.values());
    return places;
  }

  /** The answer as it is now: sessions that nobody needs are left out. */
  Timetable timetable() {
    Map<SessionId, Arrangement> arrangements = new LinkedHashMap<>();
    Map<PersonId, SessionId> seated = new LinkedHashMap<>();
    for (Seat seat : seats) {
      PlannedSession session = seat.session();
      if (session != null && (session.isPlaced() || seat.isKept())) {
        seated.put(seat.guest().person(), session.draft().session());
      }
    }
    for (PlannedSession session : sessions) {
      SessionId id = session.draft().session();
      if (session.isPlaced() && (!session.isNew() || seated.containsValue(id))) {
        arrangements.put(id, session.arrangement());
      }
    }
    return new Timetable(arrangements, seated);
  }

  HardMediumSoftLongScore score() {
    return Objects.requireNonNull(score);
  }

  Rating rating() {
    return rating(score());
  }

  static Rating rating(HardMediumSoftLongScore score) {
    return new Rating(-score.hardScore(), -score.mediumScore(), -score.softScore());
  }
}
