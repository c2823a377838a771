package org.uitrol.application.simulation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.uitrol.application.session.port.SessionHours;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/** How long people sit in sessions, in memory. */
public final class MemorySessionHours implements SessionHours {

  private final Map<SessionId, Place> places = new HashMap<>();
  private final Map<SessionId, Set<PersonId>> seats = new HashMap<>();

  @Override
  public void put(SessionId session, Place place) {
    places.put(session, place);
  }

  @Override
  public void hold(SessionId session, PersonId person) {
    seats.computeIfAbsent(session, id -> new HashSet<>()).add(person);
  }

  @Override
  public void release(SessionId session, PersonId person) {
    seats.getOrDefault(session, new HashSet<>()).remove(person);
  }

  @Override
  public void remove(SessionId session) {
    places.remove(session);
    seats.remove(session);
  }

  @Override
  public Map<PersonId, Map<IsoWeek, Integer>> minutes(
      Collection<PersonId> people, IsoWeek first, IsoWeek last, Set<SessionId> except) {
    Map<PersonId, Map<IsoWeek, Integer>> minutes = new HashMap<>();
    places.forEach(
        (session, place) -> {
          IsoWeek week = IsoWeek.of(place.start().toLocalDate());
          if (except.contains(session)
              || week.monday().isBefore(first.monday())
              || week.monday().isAfter(last.monday())) {
            return;
          }
          for (PersonId person : seats.getOrDefault(session, Set.of())) {
            if (people.contains(person)) {
              minutes
                  .computeIfAbsent(person, id -> new HashMap<>())
                  .merge(week, place.minutes(), Integer::sum);
            }
          }
        });
    return minutes;
  }

  @Override
  public Map<PersonId, Set<Engagement>> engagements(
      Collection<PersonId> people,
      LocalDate first,
      LocalDate last,
      ZoneId zone,
      Set<SessionId> except) {
    Map<PersonId, Set<Engagement>> engagements = new HashMap<>();
    places.forEach(
        (session, place) -> {
          LocalDate date = place.start().toLocalDate();
          if (except.contains(session) || date.isBefore(first) || date.isAfter(last)) {
            return;
          }
          for (PersonId person : seats.getOrDefault(session, Set.of())) {
            if (people.contains(person)) {
              engagements.computeIfAbsent(person, id -> new HashSet<>()).add(Engagement.at(place));
            }
          }
        });
    return engagements;
  }
}
