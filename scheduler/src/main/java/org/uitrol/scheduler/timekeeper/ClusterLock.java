package org.uitrol.scheduler.timekeeper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.quartz.impl.jdbcjobstore.DBSemaphore;
import org.quartz.impl.jdbcjobstore.LockException;

/**
 * The row lock that Quartz takes before it changes its tables, usually within a transaction of ours
 * that also appends events and arms timers.
 *
 * <p>Quartz's own, {@code StdRowLockSemaphore}, rolls back whatever transaction it finds itself in
 * when the lock can't be had at once, and then goes on: what had been written before was lost
 * without an error. Here that is an error, and the transaction fails as a whole. Public, with a
 * public constructor, because Quartz makes it by name.
 */
public final class ClusterLock extends DBSemaphore {

  private static final String LOCK =
      "select lock_name from {0}LOCKS where sched_name = {1} and lock_name = ? for update";
  private static final String MAKE =
      "insert into {0}LOCKS (sched_name, lock_name) values ({1}, ?) on conflict do nothing";

  /** How often the row may vanish between being made and being locked. */
  private static final int MOST_TRIES = 3;

  public ClusterLock() {
    super("qrtz_", null, LOCK, MAKE);
  }

  @Override
  protected void executeSQL(Connection connection, String name, String lock, String make)
      throws LockException {
    try {
      for (int i = 0; i < MOST_TRIES; i++) {
        if (locked(connection, name, lock)) {
          return;
        }
        try (PreparedStatement statement = connection.prepareStatement(make)) {
          statement.setString(1, name);
          statement.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new LockException("the lock " + name + " can't be had: " + e.getMessage(), e);
    }
    throw new LockException("the row of the lock " + name + " vanishes again and again");
  }

  private static boolean locked(Connection connection, String name, String lock)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(lock)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
