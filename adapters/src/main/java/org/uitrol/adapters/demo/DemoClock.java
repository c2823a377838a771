package org.uitrol.adapters.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.domain.shared.Rejected;

/**
 * A clock that runs at the pace of real time, ahead of it by a span that only grows. The span is
 * kept in the database, so that simulated time goes on after a restart where it would have been.
 * Safe for many threads, not for many nodes.
 */
public final class DemoClock extends Clock {

  private final JdbcClient jdbc;
  private final Clock realClock;
  private final CopyOnWriteArrayList<Runnable> afterJump = new CopyOnWriteArrayList<>();
  private volatile Duration ahead;

  /** Goes on from the span that the database holds. */
  public DemoClock(DataSource dataSource, Clock realClock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.realClock = realClock;
    this.ahead =
        Duration.ofMillis(
            jdbc.sql("select ahead_ms from demo_clock").query(Long.class).optional().orElse(0L));
  }

  /** How far simulated time is ahead of real time; zero until the first jump. */
  public Duration ahead() {
    return ahead;
  }

  /**
   * Makes it that moment now, or later by a millisecond at most. Not within a transaction, which
   * could roll back.
   *
   * @throws Rejected {@code TIME_GOES_FORWARD_ONLY} for a moment that has passed
   */
  public synchronized void jumpTo(Instant moment) {
    Instant now = instant();
    if (moment.isBefore(now)) {
      throw new Rejected("TIME_GOES_FORWARD_ONLY", Map.of("now", now, "asked", moment));
    }
    Duration further =
        Duration.between(realClock.instant(), moment).truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    jdbc.sql(
            """
            insert into demo_clock (ahead_ms, moved_at) values (:ahead, clock_timestamp())
            on conflict (only_row) do update
            set ahead_ms = excluded.ahead_ms, moved_at = excluded.moved_at
            """)
        .param("ahead", further.toMillis())
        .update();
    ahead = further;
    afterJump.forEach(Runnable::run);
  }

  /** Has something done after every jump, on the thread that jumps. */
  public void onJump(Runnable work) {
    afterJump.add(work);
  }

  @Override
  public Instant instant() {
    return realClock.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return realClock.getZone();
  }

  /** The same simulated time, read in another zone; it follows later jumps. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new InZone(this, zone);
  }

  private static final class InZone extends Clock {

    private final DemoClock time;
    private final ZoneId zone;

    InZone(DemoClock time, ZoneId zone) {
      this.time = time;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return time.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new InZone(time, other);
    }
  }
}
