package org.uitrol.adapters.persistence.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the database has come, as it says itself. */
@Component
@DependsOnDatabaseInitialization
public final class Epochs {

  private static final Logger LOG = LoggerFactory.getLogger(Epochs.class);

  private final JdbcClient jdbc;
  private volatile boolean tellsPlace = true;

  Epochs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The database as it is now.
   *
   * @param database its identifier; null when it has none yet
   * @param number grows whenever something leaves or happens
   * @param movedAt when it grew last, by the database's clock
   * @param place the server's identifier and that of the database on it; empty when it won't say
   * @param position of the latest event; 0 without any
   * @param hash of the chain at that event; empty without any
   */
  public record Present(
      @Nullable String database,
      long number,
      Instant movedAt,
      String place,
      long position,
      String hash) {

    /** Whether anything ever happened in it. */
    public boolean hasHistory() {
      return position > 0;
    }
  }

  /** How far it has come. */
  public Present present() {
    String place = place();
    return jdbc.sql(
            """
            select e.database_id, coalesce(e.number, 0) as number,
                coalesce(e.moved_at, clock_timestamp()) as moved_at,
                coalesce(h.global_index, 0) as position,
                coalesce(encode(h.hash, 'hex'), '') as hash
            from (select 1) one left join epoch e on true
                left join (select global_index, hash from domain_event_entry
                    order by global_index desc limit 1) h on true
            """)
        .query((row, index) -> present(row, place))
        .single();
  }

  private static Present present(ResultSet row, String place) throws SQLException {
    return new Present(
        row.getString("database_id"),
        row.getLong("number"),
        row.getObject("moved_at", OffsetDateTime.class).toInstant(),
        place,
        row.getLong("position"),
        row.getString("hash"));
  }

  /** The hash of the chain at an event; empty when there is no such event. */
  public Optional<String> hashAt(long position) {
    return jdbc.sql(
            "select encode(hash, 'hex') from domain_event_entry where global_index = :position")
        .param("position", position)
        .query(String.class)
        .optional();
  }

  /** Gives the database an identifier unless it has one. */
  public void name(String database) {
    jdbc.sql(
            "insert into epoch (database_id, number) values (:database, 0)"
                + " on conflict (only_row) do nothing")
        .param("database", database)
        .update();
  }

  /** One step on; stored when this returns. */
  public Present move() {
    return jdbc.sql(
            "update epoch set number = number + 1, moved_at = clock_timestamp()"
                + " returning database_id, number, moved_at, 0 as position, '' as hash")
        .query((row, index) -> present(row, ""))
        .optional()
        .orElseGet(this::present);
  }

  /** Gives the database another identifier and a larger number than this one. */
  public void rename(String database, long after) {
    jdbc.sql(
            "insert into epoch (database_id, number) values (:database, :after + 1)"
                + " on conflict (only_row) do update set database_id = :database,"
                + " number = greatest(epoch.number, :after) + 1, moved_at = clock_timestamp()")
        .param("database", database)
        .param("after", after)
        .update();
  }

  /** Asks the servers that know the database whether it is the one they know. */
  public void ask(String question) {
    jdbc.sql("insert into epoch_question (question) values (:question)")
        .param("question", question)
        .update();
  }

  /** Whether a server has said so. */
  public boolean isAnswered(String question) {
    return jdbc.sql("select answered from epoch_question where question = :question")
        .param("question", question)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Nobody needs an answer any more, nor those of whoever was gone before it came. */
  public void forget(String question) {
    jdbc.sql(
            "delete from epoch_question where question = :question"
                + " or asked_at < clock_timestamp() - interval '1 hour'")
        .param("question", question)
        .update();
  }

  /** Says of the database that it is the one that this server knows. */
  public void answer() {
    jdbc.sql("update epoch_question set answered = true where not answered").update();
  }

  /** A service that keeps its control data to itself just isn't told from another. */
  private String place() {
    if (!tellsPlace) {
      return "";
    }
    try {
      return jdbc.sql(
              "select c.system_identifier || '/' || d.oid from pg_control_system() c,"
                  + " pg_database d where d.datname = current_database()")
          .query(String.class)
          .single();
    } catch (DataAccessException e) {
      LOG.info("the database doesn't say which server it is on: {}", e.getMessage());
      tellsPlace = false;
      return "";
    }
  }
}
