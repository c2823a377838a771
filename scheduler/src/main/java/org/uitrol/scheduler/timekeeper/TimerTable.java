package org.uitrol.scheduler.timekeeper;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.shared.HoldSwitch;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.application.shared.TimerStatus;

/** The rows of the timer tables; every method takes part in the current transaction, if any. */
final class TimerTable {

  private static final int FAILING_SHOWN = 100;

  /** What may be woken now: everything, or while there is a hold what was let go. */
  private static final String FREE =
      "(not :held or passes or split_part(key, '/', 1) = any(:never_held))";

  private static final String[] NEVER_HELD =
      Arrays.stream(TimerKey.Kind.values())
          .filter(TimerKey.Kind::isNeverHeld)
          .map(TimerKey.Kind::word)
          .toArray(String[]::new);

  private final JdbcClient jdbc;
  private final HoldSwitch hold;

  TimerTable(DataSource dataSource, HoldSwitch hold) {
    this.jdbc = JdbcClient.create(dataSource);
    this.hold = hold;
  }

  /** A row as it was claimed. */
  record Timer(String key, Instant due, int attempts) {}

  void arm(String key, Instant due, Instant now) {
    jdbc.sql(
            """
            insert into timer (key, due_at, next_try_at, armed_at) values (:key, :due, :due, :now)
            on conflict (key) do update
            set due_at = excluded.due_at, next_try_at = excluded.next_try_at, attempts = 0,
                last_error = null, armed_at = excluded.armed_at, passes = false
            where timer.due_at <> excluded.due_at
            """)
        .param("key", key)
        .param("due", at(due))
        .param("now", at(now))
        .update();
  }

  void forget(String key) {
    jdbc.sql("delete from timer where key = :key").param("key", key).update();
  }

  void forgetAll(String prefix) {
    jdbc.sql("delete from timer where starts_with(key, :prefix)").param("prefix", prefix).update();
  }

  /**
   * Locks the first due row that no one else holds, until the transaction ends.
   *
   * @return empty when nothing is due or all that is due is held
   */
  Optional<Timer> claim(Instant now) {
    return jdbc.sql(
            """
            select key, due_at, attempts from timer
            where due_at <= :now and next_try_at <= :now and %s
            order by due_at, key limit 1 for update skip locked
            """
                .formatted(FREE))
        .param("now", at(now))
        .param("held", hold.isOn())
        .param("never_held", NEVER_HELD)
        .query((row, i) -> new Timer(row.getString(1), instant(row, 2), row.getInt(3)))
        .optional();
  }

  /** Takes a woken timer away, unless it was armed for another moment meanwhile. */
  void done(Timer timer) {
    jdbc.sql("delete from timer where key = :key and due_at = :due")
        .param("key", timer.key())
        .param("due", at(timer.due()))
        .update();
  }

  /** Notes a failed attempt, unless the timer has changed since it was claimed. */
  void failed(Timer timer, Instant nextTry, String error) {
    jdbc.sql(
            """
            update timer set attempts = attempts + 1, next_try_at = :nextTry, last_error = :error
            where key = :key and due_at = :due and attempts = :attempts
            """)
        .param("nextTry", at(nextTry))
        .param("error", error)
        .param("key", timer.key())
        .param("due", at(timer.due()))
        .param("attempts", timer.attempts())
        .update();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(
            "select due_at from timer where attempts = 0 and "
                + FREE
                + " order by due_at, key limit 1")
        .param("held", hold.isOn())
        .param("never_held", NEVER_HELD)
        .query((row, i) -> instant(row, 1))
        .optional();
  }

  /** Whether a timer that never failed has been due since before this moment. */
  boolean anyDueBefore(Instant moment) {
    return nextDue().filter(due -> due.isBefore(moment)).isPresent();
  }

  /**
   * The moments in a span that have timers but no alarm of this scheduler, or one that is broken or
   * stands at another time.
   *
   * @param ahead how far the timers' clock is ahead of real time
   */
  List<Instant> momentsWithoutAlarm(
      String scheduler, String group, Instant after, Instant until, Duration ahead) {
    return jdbc.sql(
            """
            select m.at from (
              select distinct to_timestamp(ceil(extract(epoch from due_at))) as at from timer
              where due_at > :after and due_at <= :until) m
            where not exists (
              select 1 from qrtz_triggers q
              where q.sched_name = :scheduler and q.trigger_group = :group
                and q.trigger_name = to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                and q.trigger_state <> 'ERROR'
                and abs(q.start_time - (extract(epoch from m.at) * 1000 - :ahead)) < 1500)
            order by m.at
            """)
        .param("after", at(after))
        .param("until", at(until))
        .param("scheduler", scheduler)
        .param("group", group)
        .param("ahead", ahead.toMillis())
        .query((row, i) -> instant(row, 1))
        .list();
  }

  /** Writes down that the scheduler fires, by the database's clock. */
  void beat(String node) {
    jdbc.sql(
            """
            insert into timer_heartbeat (beat_at, node) values (clock_timestamp(), :node)
            on conflict (only_row) do update set beat_at = excluded.beat_at, node = excluded.node
            """)
        .param("node", node)
        .update();
  }

  Optional<Instant> heartbeat() {
    return jdbc.sql("select beat_at from timer_heartbeat")
        .query((row, i) -> instant(row, 1))
        .optional();
  }

  Instant databaseTime() {
    return jdbc.sql("select clock_timestamp()").query((row, i) -> instant(row, 1)).single();
  }

  TimerStatus status(Instant now, Duration skew, List<String> complaints) {
    List<TimerStatus.Failing> failing =
        jdbc.sql(
                """
                select key, due_at, attempts, next_try_at, last_error from timer
                where attempts > 0 order by due_at, key limit :most
                """)
            .param("most", FAILING_SHOWN)
            .query(
                (row, i) ->
                    new TimerStatus.Failing(
                        row.getString(1),
                        instant(row, 2),
                        row.getInt(3),
                        instant(row, 4),
                        row.getString(5)))
            .list();
    return jdbc.sql(
            """
            select count(*), count(*) filter (where due_at <= :now and free),
                   count(*) filter (where due_at <= :minuteAgo and free),
                   min(due_at) filter (where due_at <= :now and free),
                   min(due_at) filter (where due_at > :now),
                   (select beat_at from timer_heartbeat)
            from (select due_at, %s as free from timer) t
            """
                .formatted(FREE))
        .param("held", hold.isOn())
        .param("never_held", NEVER_HELD)
        .param("now", at(now))
        .param("minuteAgo", at(now.minusSeconds(60)))
        .query(
            (row, i) ->
                new TimerStatus(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    optional(row, 4).orElse(null),
                    optional(row, 5).orElse(null),
                    failing,
                    optional(row, 6).orElse(null),
                    skew,
                    complaints))
        .single();
  }

  /** PostgreSQL keeps microseconds, so a moment is cut to them before it is compared. */
  static Instant stored(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS);
  }

  private static OffsetDateTime at(Instant moment) {
    return stored(moment).atOffset(UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Optional<Instant> optional(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
