package org.uitrol.scheduler.timekeeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Quartz triggers: one per due moment, a moment being a whole second, however many timers are due
 * in it; and one that recurs, for the sweep. Jobs are stored together with each trigger, so that
 * all of Quartz's rows may vanish at any time.
 */
final class Alarms {

  static final String SCHEDULER = "uitrol";
  static final String MOMENTS = "moments";
  static final JobKey WAKE = new JobKey("wake", "timers");
  static final JobKey SWEEP = new JobKey("sweep", "timers");
  static final TriggerKey SWEEP_TRIGGER = new TriggerKey("sweep", "timers");

  /** Quartz may fire two milliseconds early, when nothing is due yet. */
  private static final Duration MARGIN = Duration.ofMillis(20);

  /** Setting an alarm holds a lock of the cluster, so only so many are set at once. */
  private static final int MOST_IN_A_TRANSACTION = 100;

  private static final int MOST_IN_A_SWEEP = 500;

  /** The sweep looks this far ahead; later alarms are mended when their time comes nearer. */
  private static final Duration SWEEP_HORIZON = Duration.ofHours(1);

  /** Alarms up to this long ago or ahead are read to see whether they can be. */
  private static final Duration REPAIR_HORIZON = Duration.ofHours(2);

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private final Scheduler quartz;
  private final JdbcClient jdbc;
  private final TimerTable table;
  private final Clock clock;
  private final Clock realClock;

  Alarms(Scheduler quartz, DataSource dataSource, TimerTable table, Clock clock, Clock realClock) {
    this.quartz = quartz;
    this.jdbc = JdbcClient.create(dataSource);
    this.table = table;
    this.clock = clock;
    this.realClock = realClock;
  }

  /** The first whole second at which a timer is due. */
  static Instant momentOf(Instant due) {
    Instant second = due.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(due) ? due : second.plusSeconds(1);
  }

  /**
   * Sets alarms for those of these moments that are still to come and have none. Takes part in the
   * current transaction. Beyond a limit the later ones are left to the sweep.
   */
  void setMissing(Collection<Instant> moments) {
    Instant now = clock.instant();
    TreeSet<Instant> coming =
        moments.stream().filter(now::isBefore).collect(Collectors.toCollection(TreeSet::new));
    if (coming.isEmpty() || isShutDown()) {
      return;
    }
    coming.removeIf(armedAmong(coming)::contains);
    set(coming.stream().limit(MOST_IN_A_TRANSACTION).toList());
  }

  /** Sets alarms for moments near by that have none, a broken one, or one at the wrong time. */
  void mend() {
    Instant now = clock.instant();
    set(
        table
            .momentsWithoutAlarm(SCHEDULER, MOMENTS, now, now.plus(SWEEP_HORIZON), ahead())
            .stream()
            .limit(MOST_IN_A_SWEEP)
            .toList());
  }

  /** Whether the recurring sweep stands and can fire. */
  boolean sweepIsSet() {
    return jdbc.sql(
                """
            select count(*) from qrtz_triggers
            where sched_name = :scheduler and trigger_group = :group and trigger_name = :name
              and trigger_state <> 'ERROR'
            """)
            .param("scheduler", SCHEDULER)
            .param("group", SWEEP_TRIGGER.getGroup())
            .param("name", SWEEP_TRIGGER.getName())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Sets or resets the recurring sweep, the first one at once. */
  void setSweep(Duration every) {
    schedule(
        SWEEP,
        Set.of(
            TriggerBuilder.newTrigger()
                .withIdentity(SWEEP_TRIGGER)
                .forJob(SWEEP)
                .startAt(Date.from(realClock.instant()))
                .withSchedule(
                    SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build()));
  }

  /**
   * Throws away alarms near by that can't be read: a single one keeps Quartz from firing any. What
   * they stood for is set anew by {@link #mend}. Not to be called within a transaction.
   */
  void dropUnreadable() {
    for (TriggerKey key : keysNearBy()) {
      try {
        quartz.getTrigger(key);
      } catch (SchedulerException | RuntimeException unreadable) {
        LOG.warn("Throwing away the alarm {}, which can't be read", key, unreadable);
        drop(key);
      }
    }
  }

  private List<TriggerKey> keysNearBy() {
    Instant now = realClock.instant();
    return jdbc.sql(
            """
            select trigger_name, trigger_group from qrtz_triggers
            where sched_name = :scheduler
              and coalesce(next_fire_time, 0) <= :until
            order by next_fire_time desc limit 5000
            """)
        .param("scheduler", SCHEDULER)
        .param("until", now.plus(REPAIR_HORIZON).toEpochMilli())
        .query((row, i) -> new TriggerKey(row.getString(1), row.getString(2)))
        .list();
  }

  private void drop(TriggerKey key) {
    for (String kind : List.of("simple_", "cron_", "simprop_", "blob_", "")) {
      jdbc.sql(
              "delete from qrtz_"
                  + kind
                  + "triggers where sched_name = :scheduler and trigger_group = :group and"
                  + " trigger_name = :name")
          .param("scheduler", SCHEDULER)
          .param("group", key.getGroup())
          .param("name", key.getName())
          .update();
    }
  }

  private Set<Instant> armedAmong(Set<Instant> moments) {
    return Set.copyOf(
        jdbc.sql(
                """
                select trigger_name from qrtz_triggers
                where sched_name = :scheduler and trigger_group = :group
                  and trigger_name = any(:names) and trigger_state <> 'ERROR'
                """)
            .param("scheduler", SCHEDULER)
            .param("group", MOMENTS)
            .param("names", moments.stream().map(Instant::toString).toArray(String[]::new))
            .query((row, i) -> Instant.parse(row.getString(1)))
            .list());
  }

  private void set(List<Instant> moments) {
    if (moments.isEmpty()) {
      return;
    }
    Duration ahead = ahead();
    schedule(
        WAKE, moments.stream().map(moment -> alarm(moment, ahead)).collect(Collectors.toSet()));
  }

  private static Trigger alarm(Instant moment, Duration ahead) {
    return TriggerBuilder.newTrigger()
        .withIdentity(moment.toString(), MOMENTS)
        .forJob(WAKE)
        .startAt(Date.from(moment.minus(ahead).plus(MARGIN)))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
        .build();
  }

  private void schedule(JobKey job, Set<Trigger> triggers) {
    JobDetail detail = JobBuilder.newJob(TimerJob.class).withIdentity(job).storeDurably().build();
    try {
      quartz.scheduleJobs(Map.of(detail, triggers), true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("an alarm can't be set: " + e.getMessage(), e);
    }
  }

  private boolean isShutDown() {
    try {
      return quartz.isShutdown();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the state of the scheduler is unknown", e);
    }
  }

  /** How far the timers' clock is ahead of real time; about zero unless time is simulated. */
  private Duration ahead() {
    return Duration.between(realClock.instant(), clock.instant()).truncatedTo(ChronoUnit.MILLIS);
  }
}
