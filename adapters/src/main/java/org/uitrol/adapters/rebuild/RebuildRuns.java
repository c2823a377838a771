package org.uitrol.adapters.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far views are that are being filled anew. Takes part in the caller's transaction. */
@Component
final class RebuildRuns {

  private static final String SELECT =
      "select one.*, (select coalesce(max(global_index), 0) from domain_event_entry) as head"
          + " from rebuild_run one ";

  private final JdbcClient jdbc;

  RebuildRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begun(String view, String run) {
    jdbc.sql(
            "insert into rebuild_run (view, run) values (:view, :run) on conflict (view) do update"
                + " set run = excluded.run, position = 0, events = 0, stopping = false,"
                + " begun_at = clock_timestamp(), updated_at = clock_timestamp()")
        .param("view", view)
        .param("run", run)
        .update();
  }

  /** Takes a run for this transaction; empty when there is none, or somebody else has it. */
  Optional<RebuildRun> taken(String view) {
    return jdbc.sql(SELECT + "where view = :view for update of one skip locked")
        .param("view", view)
        .query(RebuildRuns::run)
        .optional();
  }

  void reached(String view, long position, long events) {
    jdbc.sql(
            "update rebuild_run set position = :position, events = events + :events,"
                + " updated_at = clock_timestamp() where view = :view")
        .param("view", view)
        .param("position", position)
        .param("events", events)
        .update();
  }

  void askToStop(String view) {
    jdbc.sql("update rebuild_run set stopping = true where view = :view")
        .param("view", view)
        .update();
  }

  void over(String view) {
    jdbc.sql("delete from rebuild_run where view = :view").param("view", view).update();
  }

  List<RebuildRun> all() {
    return jdbc.sql(SELECT + "order by view").query(RebuildRuns::run).list();
  }

  /** Views that nobody has gone on with for so long. */
  List<String> abandoned(Duration since) {
    return jdbc.sql(
            "select view from rebuild_run"
                + " where updated_at < clock_timestamp() - make_interval(secs => :seconds)"
                + " order by view for update skip locked")
        .param("seconds", since.toSeconds())
        .query(String.class)
        .list();
  }

  private static RebuildRun run(ResultSet row, int number) throws SQLException {
    return new RebuildRun(
        row.getString("view"),
        row.getString("run"),
        row.getLong("position"),
        row.getLong("events"),
        row.getLong("head"),
        row.getBoolean("stopping"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
