package org.uitrol.adapters.persistence.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.uitrol.application.directory.port.ImportTurn;

/**
 * The turn as a lock of a database session: when the process dies, PostgreSQL gives it back. The
 * session is held for that alone, and asked before each transaction whether it still lives.
 */
final class PostgresImportTurn implements ImportTurn {

  /** Any number will do, as long as nothing else in this database takes it. */
  private static final int TURN = 764_400_002;

  private final DataSource sessions;
  private final JdbcClient jdbc;

  PostgresImportTurn(DataSource sessions, JdbcClient jdbc) {
    this.sessions = sessions;
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Held> take() {
    @Nullable Connection session = null;
    try {
      session = sessions.getConnection();
      if (isTrue(session, "select pg_try_advisory_lock(" + TURN + ")")) {
        Held held = new Session(session);
        session = null;
        return Optional.of(held);
      }
      return Optional.empty();
    } catch (SQLException e) {
      throw lost(e);
    } finally {
      JdbcUtils.closeConnection(session);
    }
  }

  @Override
  public boolean isTaken() {
    return jdbc.sql(
            "select exists (select 1 from pg_locks where locktype = 'advisory' and classid = 0"
                + " and objid = :turn and objsubid = 1 and granted and database ="
                + " (select oid from pg_database where datname = current_database()))")
        .param("turn", TURN)
        .query(Boolean.class)
        .single();
  }

  private static boolean isTrue(Connection session, String question) throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(question);
        ResultSet answer = statement.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static IllegalStateException lost(SQLException cause) {
    return new IllegalStateException("the database session that holds the turn was lost", cause);
  }

  private final class Session implements Held {

    private @Nullable Connection session;

    Session(Connection session) {
      this.session = session;
    }

    @Override
    public void waitForOthers() {
      WritersOfPeople.waitForTurn(jdbc);
      try {
        if (session == null || !isTrue(session, "select true")) {
          throw new IllegalStateException("the turn was given back");
        }
      } catch (SQLException e) {
        throw lost(e);
      }
    }

    @Override
    public void close() {
      @Nullable Connection held = session;
      session = null;
      if (held == null) {
        return;
      }
      try {
        isTrue(held, "select pg_advisory_unlock(" + TURN + ")");
      } catch (SQLException e) {
        throw lost(e);
      } finally {
        JdbcUtils.closeConnection(held);
      }
    }
  }
}
