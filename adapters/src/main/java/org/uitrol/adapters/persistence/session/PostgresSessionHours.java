package org.uitrol.adapters.persistence.session;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.session.port.SessionHours;
import org.uitrol.domain.session.Engagement;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.IsoWeek;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/** How long people sit in sessions, for processes, in PostgreSQL. */
@Component
final class PostgresSessionHours implements SessionHours {

  private static final int CHUNK = 500;

  private final JdbcClient jdbc;

  PostgresSessionHours(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(SessionId session, Place place) {
    jdbc.sql(
            "insert into process_session_hours (session_id, week, minutes, starts_at)"
                + " values (:session, :week, :minutes, :starts)"
                + " on conflict (session_id) do update set week = excluded.week,"
                + " minutes = excluded.minutes, starts_at = excluded.starts_at")
        .param("starts", place.startsAt().toOffsetDateTime())
        .param("session", session.value())
        .param("week", IsoWeek.of(place.start().toLocalDate()).monday())
        .param("minutes", place.minutes())
        .update();
  }

  @Override
  public void hold(SessionId session, PersonId person) {
    jdbc.sql(
            "insert into process_session_seat (session_id, person_id) values (:session, :person)"
                + " on conflict do nothing")
        .param("session", session.value())
        .param("person", person.value())
        .update();
  }

  @Override
  public void release(SessionId session, PersonId person) {
    jdbc.sql(
            "delete from process_session_seat"
                + " where session_id = :session and person_id = :person")
        .param("session", session.value())
        .param("person", person.value())
        .update();
  }

  @Override
  public void remove(SessionId session) {
    for (String table : List.of("process_session_hours", "process_session_seat")) {
      jdbc.sql("delete from " + table + " where session_id = :session")
          .param("session", session.value())
          .update();
    }
  }

  @Override
  public Map<PersonId, Map<IsoWeek, Integer>> minutes(
      Collection<PersonId> people, IsoWeek first, IsoWeek last, Set<SessionId> except) {
    Map<PersonId, Map<IsoWeek, Integer>> minutes = new HashMap<>();
    Set<String> left = new HashSet<>();
    except.forEach(session -> left.add(session.value()));
    List<String> ids = people.stream().map(PersonId::value).distinct().toList();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      jdbc.sql(
              "select seat.person_id, session.week, session.session_id, session.minutes"
                  + " from process_session_seat seat"
                  + " join process_session_hours session using (session_id)"
                  + " where seat.person_id in (:people)"
                  + " and session.week between :first and :last")
          .param("people", ids.subList(from, Math.min(from + CHUNK, ids.size())))
          .param("first", first.monday())
          .param("last", last.monday())
          .query(
              row -> {
                if (!left.contains(row.getString(3))) {
                  minutes
                      .computeIfAbsent(new PersonId(row.getString(1)), id -> new HashMap<>())
                      .merge(
                          IsoWeek.of(row.getObject(2, LocalDate.class)),
                          row.getInt(4),
                          Integer::sum);
                }
              });
    }
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
    Set<String> left = new HashSet<>();
    except.forEach(session -> left.add(session.value()));
    List<String> ids = people.stream().map(PersonId::value).distinct().toList();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      jdbc.sql(
              "select seat.person_id, session.session_id, session.starts_at, session.minutes"
                  + " from process_session_seat seat"
                  + " join process_session_hours session using (session_id)"
                  + " where seat.person_id in (:people)"
                  + " and session.starts_at >= :first and session.starts_at < :end")
          .param("people", ids.subList(from, Math.min(from + CHUNK, ids.size())))
          .param("first", first.atStartOfDay(zone).toOffsetDateTime())
          .param("end", last.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
          .query(
              row -> {
                if (!left.contains(row.getString(2))) {
                  engagements
                      .computeIfAbsent(new PersonId(row.getString(1)), id -> new HashSet<>())
                      .add(
                          engagement(
                              row.getObject(3, OffsetDateTime.class)
                                  .atZoneSameInstant(zone)
                                  .toLocalDateTime(),
                              row.getInt(4)));
                }
              });
    }
    return engagements;
  }

  /** On another clock a session may last until after midnight: then it ends with the day. */
  private static Engagement engagement(LocalDateTime start, int minutes) {
    LocalTime from = start.toLocalTime();
    LocalTime to =
        Place.endsBeforeMidnight(from, minutes) ? from.plusMinutes(minutes) : LocalTime.MAX;
    return new Engagement(start.toLocalDate(), new Slot(from, to));
  }
}
