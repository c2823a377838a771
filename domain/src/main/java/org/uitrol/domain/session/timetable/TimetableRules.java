package org.uitrol.domain.session.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * Which rules a timetable breaks. What was planned and told before and stays as it is isn't
 * reproached to it, but for bookings that are in its way now.
 */
public final class TimetableRules {

  private final TimetableProblem problem;
  private final Map<PersonId, Guest> guests = new HashMap<>();

  public TimetableRules(TimetableProblem problem) {
    this.problem = problem;
    problem.guests().forEach(guest -> guests.put(guest.person(), guest));
  }

  /** All that a timetable breaks, session by session. */
  public List<Objection> objections(Timetable timetable) {
    List<Objection> objections = new ArrayList<>();
    Map<SessionId, List<PersonId>> people = new HashMap<>();
    timetable
        .seats()
        .forEach(
            (person, session) ->
                people.computeIfAbsent(session, key -> new ArrayList<>()).add(person));
    List<Draft> placed =
        problem.drafts().stream()
            .filter(draft -> timetable.of(draft.session()).isPresent())
            .toList();
    for (int i = 0; i < placed.size(); i++) {
      Draft draft = placed.get(i);
      Arrangement arrangement = timetable.of(draft.session()).orElseThrow();
      ofSession(draft, arrangement, objections);
      for (Draft other : placed.subList(0, i)) {
        ofPair(draft, arrangement, timetable.of(other.session()).orElseThrow(), objections);
      }
      List<PersonId> seated = people.getOrDefault(draft.session(), List.of());
      if (seated.size() > arrangement.place().room().seats()) {
        objections.add(new Objection(Rule.ROOM_TOO_SMALL, draft.session(), null));
      }
      seated.forEach(person -> ofPerson(person, draft, arrangement, objections));
    }
    return objections;
  }

  private void ofSession(Draft draft, Arrangement now, List<Objection> objections) {
    Place place = now.place();
    (draft.isUnmoved(now) ? problem.booking(place) : problem.objection(place))
        .ifPresent(rule -> objections.add(new Objection(rule, draft.session(), null)));
    if (draft.before() != null && now.lead() == null && draft.before().lead() == null) {
      return;
    }
    problem
        .objection(problem.lead(now.lead()).orElse(null), place, now.language())
        .ifPresent(rule -> objections.add(new Objection(rule, draft.session(), null)));
  }

  private static void ofPair(
      Draft draft, Arrangement now, Arrangement other, List<Objection> objections) {
    if (!Engagement.at(now.place()).overlaps(Engagement.at(other.place()))) {
      return;
    }
    objections.add(new Objection(Rule.DEPARTMENT_TWICE, draft.session(), null));
    if (now.place().room().id().equals(other.place().room().id())) {
      objections.add(new Objection(Rule.ROOM_TWICE, draft.session(), null));
    }
    if (now.lead() != null && Objects.equals(now.lead(), other.lead())) {
      objections.add(new Objection(Rule.PRESENTER_TWICE, draft.session(), null));
    }
  }

  private void ofPerson(PersonId person, Draft draft, Arrangement now, List<Objection> objections) {
    Guest guest = guests.get(person);
    if (guest == null || (draft.session().equals(guest.seat()) && draft.isUnmoved(now))) {
      return;
    }
    guest
        .objection(now)
        .ifPresent(rule -> objections.add(new Objection(rule, draft.session(), person)));
  }
}
