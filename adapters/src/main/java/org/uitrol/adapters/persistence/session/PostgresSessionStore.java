package org.uitrol.adapters.persistence.session;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.session.view.InvitationRow;
import org.uitrol.application.session.view.SeatRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.domain.session.Session.State;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/** Sessions and who is invited to them, in PostgreSQL. */
@Component
public class PostgresSessionStore implements SessionStore {

  private static final String BY_START = " order by starts_at, session collate \"C\"";

  private final JdbcClient jdbc;
  private final DocumentTable<SessionRow> sessions;
  private final DocumentTable<SeatRow> seats;

  public PostgresSessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    sessions = new DocumentTable<>(jdbc, "view_session", SessionRow.class, "session");
    seats = new DocumentTable<>(jdbc, "view_seat", SeatRow.class, "session", "person");
  }

  @Override
  public void put(SessionRow row) {
    sessions.put(
        row,
        columns(
            "session", row.session(),
            "rollout", row.rollout(),
            "activity", row.activity(),
            "presenter", row.presenter(),
            "to_come", row.state() == State.PLANNED,
            "free", row.hasFreeSeat(),
            "starts_at", row.place().startsAt().toInstant()));
  }

  @Override
  public void put(SeatRow row) {
    seats.put(
        row,
        columns(
            "session", row.session(),
            "person", row.person(),
            "holds", row.holdsSeat(),
            "waiting", row.waiting(),
            "since", row.since()));
  }

  @Override
  public void removeSeat(SessionId session, PersonId person) {
    seats.delete(
        "where session = :session and person = :person",
        columns("session", session, "person", person));
  }

  @Override
  public void clear() {
    sessions.clear();
    seats.clear();
  }

  @Override
  public Optional<SessionRow> find(SessionId session) {
    return sessions.find("where session = :session", columns("session", session));
  }

  @Override
  public List<SessionRow> ofRollout(RolloutId rollout) {
    return sessions.list("where rollout = :rollout" + BY_START, columns("rollout", rollout));
  }

  @Override
  public List<InvitationRow> ofPerson(PersonId person) {
    return jdbc.sql(
            "select s.row as session_row, p.row as seat_row from view_seat p"
                + " join view_session s using (session) where p.person = :person"
                + " order by s.starts_at, s.session collate \"C\"")
        .param("person", person.value())
        .query(
            (row, number) ->
                new InvitationRow(
                    sessions.read(row.getString("session_row")),
                    seats.read(row.getString("seat_row"))))
        .list();
  }

  @Override
  public List<SessionRow> ofPresenter(PersonId presenter) {
    return sessions.list(
        "where presenter = :presenter" + BY_START, columns("presenter", presenter));
  }

  @Override
  public Optional<SeatRow> seat(SessionId session, PersonId person) {
    return seats.find(
        "where session = :session and person = :person",
        columns("session", session, "person", person));
  }

  @Override
  public List<SeatRow> seats(SessionId session) {
    return seats.list(
        "where session = :session order by waiting, since, person collate \"C\"",
        columns("session", session));
  }

  @Override
  public List<SessionRow> alternatives(SessionId session, PersonId person, Instant at) {
    return sessions.list(
        "join view_session now on now.session = :session"
            + " and now.rollout = view_session.rollout and now.activity = view_session.activity"
            + " where view_session.session <> :session and view_session.to_come"
            + " and view_session.free and view_session.starts_at > :at"
            + " and not exists (select 1 from view_seat p where p.session = view_session.session"
            + " and p.person = :person and p.holds)"
            + " order by view_session.starts_at, view_session.session collate \"C\"",
        columns("session", session, "person", person, "at", at));
  }

  @Override
  public List<SessionRow> full(SessionId session, PersonId person, Instant at) {
    return sessions.list(
        "join view_session now on now.session = :session"
            + " and now.rollout = view_session.rollout and now.activity = view_session.activity"
            + " where view_session.to_come and not view_session.free"
            + " and view_session.starts_at > :at"
            + " and not exists (select 1 from view_seat p where p.session = view_session.session"
            + " and p.person = :person and (p.holds or p.waiting))"
            + " order by view_session.starts_at, view_session.session collate \"C\"",
        columns("session", session, "person", person, "at", at));
  }
}
