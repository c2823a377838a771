package org.uitrol.domain.session.timetable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * An answer: where each session is and in which one each person sits. Who isn't in it has no seat.
 */
public record Timetable(Map<SessionId, Arrangement> sessions, Map<PersonId, SessionId> seats) {

  /** Without anything. */
  public static final Timetable EMPTY = new Timetable(Map.of(), Map.of());

  public Timetable {
    sessions = Collections.unmodifiableMap(new LinkedHashMap<>(sessions));
    seats = Collections.unmodifiableMap(new LinkedHashMap<>(seats));
  }

  public Optional<Arrangement> of(SessionId session) {
    return Optional.ofNullable(sessions.get(session));
  }

  /** Who sits in a session. */
  public List<PersonId> people(SessionId session) {
    return seats.entrySet().stream()
        .filter(seat -> seat.getValue().equals(session))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The same with a session elsewhere. */
  public Timetable with(SessionId session, Arrangement arrangement) {
    return new Timetable(Copies.with(sessions, session, arrangement), seats);
  }

  /** The same with a person in a session. */
  public Timetable with(PersonId person, SessionId session) {
    return new Timetable(sessions, Copies.with(seats, person, session));
  }

  /** The same with a person in none. */
  public Timetable without(PersonId person) {
    return new Timetable(sessions, Copies.without(seats, person));
  }
}
