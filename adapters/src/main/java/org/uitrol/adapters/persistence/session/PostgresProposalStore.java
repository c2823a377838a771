package org.uitrol.adapters.persistence.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.eventstore.EventJson;
import org.uitrol.application.session.Proposal;
import org.uitrol.application.session.Proposal.State;
import org.uitrol.application.session.port.ProposalStore;
import org.uitrol.application.session.port.SessionPlanner.Rated;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Rating;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import tools.jackson.databind.json.JsonMapper;

/** Proposals of sessions, in PostgreSQL. */
@Component
final class PostgresProposalStore implements ProposalStore {

  private static final JsonMapper JSON = EventJson.mapper();
  private static final String COLUMNS =
      "id, rollout, activity, state, timetable, broken, unseated, cost, improvements, version";

  private final JdbcClient jdbc;

  PostgresProposalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A timetable as it is kept: lists, whose order JSON keeps. */
  record Kept(List<KeptSession> sessions, List<KeptSeat> seats) {}

  record KeptSession(SessionId session, Arrangement arrangement) {}

  record KeptSeat(PersonId person, SessionId session) {}

  @Override
  public void add(Proposal proposal) {
    jdbc.sql(
            "update session_proposal set state = 'DISCARDED', version = version + 1"
                + " where rollout = :rollout and activity = :activity"
                + " and state in ('SEARCHING', 'READY')")
        .param("rollout", proposal.rollout().value())
        .param("activity", proposal.activity())
        .update();
    jdbc.sql(
            "insert into session_proposal ("
                + COLUMNS
                + ") values (:id, :rollout, :activity, :state, :timetable::json, :broken,"
                + " :unseated, :cost, :improvements, :version)")
        .params(values(proposal))
        .update();
  }

  @Override
  public Optional<Proposal> find(String id) {
    return select("where id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public Optional<Proposal> latest(RolloutId rollout, String activity) {
    return select(
            "where rollout = :rollout and activity = :activity order by number desc limit 1",
            Map.of("rollout", rollout.value(), "activity", activity))
        .stream()
        .findFirst();
  }

  @Override
  public boolean change(Proposal before, Proposal after) {
    return jdbc.sql(
                "update session_proposal set state = :state, timetable = :timetable::json,"
                    + " broken = :broken, unseated = :unseated, cost = :cost,"
                    + " version = :version, alive_at = now()"
                    + " where id = :id and version = :expected")
            .params(values(after))
            .param("expected", before.version())
            .update()
        == 1;
  }

  @Override
  public boolean found(String id, Rated best) {
    return keep(id, best, "improvements = improvements + 1, alive_at = now()");
  }

  @Override
  public void finish(String id, Rated best) {
    boolean unused = keep(id, best, "state = 'READY', version = version + 1");
  }

  private boolean keep(String id, Rated best, String also) {
    return jdbc.sql(
                "update session_proposal set timetable = :timetable::json, broken = :broken,"
                    + " unseated = :unseated, cost = :cost, "
                    + also
                    + " where id = :id and state = 'SEARCHING'")
            .params(rating(best.rating()))
            .param("timetable", json(best.timetable()))
            .param("id", id)
            .update()
        == 1;
  }

  @Override
  public boolean alive(String id) {
    return jdbc.sql(
                "update session_proposal set alive_at = now()"
                    + " where id = :id and state = 'SEARCHING'")
            .param("id", id)
            .update()
        == 1;
  }

  @Override
  public void stop(String id) {
    jdbc.sql(
            "update session_proposal set state = 'READY', version = version + 1"
                + " where id = :id and state = 'SEARCHING'")
        .param("id", id)
        .update();
  }

  @Override
  public List<Proposal> takeOver(Duration silence) {
    List<String> ids =
        jdbc.sql(
                "update session_proposal set alive_at = now() where id in (select id"
                    + " from session_proposal where state = 'SEARCHING'"
                    + " and alive_at < now() - make_interval(secs => :seconds)"
                    + " order by number for update skip locked) returning id")
            .param("seconds", silence.toMillis() / 1_000.0)
            .query(String.class)
            .list();
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  private List<Proposal> select(String rest, Map<String, ?> parameters) {
    return jdbc.sql("select " + COLUMNS + " from session_proposal " + rest)
        .params(parameters)
        .query(
            (row, number) ->
                new Proposal(
                    row.getString("id"),
                    new RolloutId(row.getString("rollout")),
                    row.getString("activity"),
                    State.valueOf(row.getString("state")),
                    timetable(row.getString("timetable")),
                    new Rating(row.getLong("broken"), row.getLong("unseated"), row.getLong("cost")),
                    row.getInt("improvements"),
                    row.getInt("version")))
        .list();
  }

  private static Map<String, Object> values(Proposal proposal) {
    Map<String, Object> values = new LinkedHashMap<>(rating(proposal.rating()));
    values.put("id", proposal.id());
    values.put("rollout", proposal.rollout().value());
    values.put("activity", proposal.activity());
    values.put("state", proposal.state().name());
    values.put("timetable", json(proposal.best()));
    values.put("improvements", proposal.improvements());
    values.put("version", proposal.version());
    return values;
  }

  private static Map<String, Object> rating(Rating rating) {
    return Map.of("broken", rating.broken(), "unseated", rating.unseated(), "cost", rating.cost());
  }

  private static String json(Timetable timetable) {
    return JSON.writeValueAsString(
        new Kept(
            timetable.sessions().entrySet().stream()
                .map(entry -> new KeptSession(entry.getKey(), entry.getValue()))
                .toList(),
            timetable.seats().entrySet().stream()
                .map(entry -> new KeptSeat(entry.getKey(), entry.getValue()))
                .toList()));
  }

  private static Timetable timetable(@Nullable String json) {
    Kept kept = JSON.readValue(json, Kept.class);
    Map<SessionId, Arrangement> sessions = new LinkedHashMap<>();
    kept.sessions().forEach(one -> sessions.put(one.session(), one.arrangement()));
    Map<PersonId, SessionId> seats = new LinkedHashMap<>();
    kept.seats().forEach(one -> seats.put(one.person(), one.session()));
    return new Timetable(sessions, seats);
  }
}
