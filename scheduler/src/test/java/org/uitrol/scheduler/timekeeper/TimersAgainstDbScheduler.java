package org.uitrol.scheduler.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.uitrol.application.shared.HoldSwitch;

/** Wakes timers that are all due now, and has db-scheduler run as many tasks that do nothing. */
class TimersAgainstDbScheduler {

  private static final int TIMERS = Integer.getInteger("timers", 5_000);
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void prints_both_rates_and_their_ratio() {
    System.out.printf("%n%,d timers due now%n", TIMERS);
    for (int threads : new int[] {1, 1, 2, 4}) {
      double theirs = dbScheduler(threads);
      double ours = timers(threads);
      System.out.printf(
          "%d threads: db-scheduler %,7.0f/s, timers %,7.0f/s, ratio %.2f%n",
          threads, theirs, ours, ours / theirs);
    }
  }

  private static double timers(int workers) {
    try (ScratchDatabase database = new ScratchDatabase()) {
      AtomicInteger woken = new AtomicInteger();
      QuartzTimers node =
          new QuartzTimers(
              database.dataSource,
              database.quartzPool,
              database.transactionManager,
              Clock.systemUTC(),
              Clock.systemUTC(),
              (key, due, now) -> woken.incrementAndGet(),
              HoldSwitch.OFF,
              TimerSettings.standard().withWorkers(workers));
      try (node) {
        Instant due = Instant.now().minusSeconds(1);
        inChunks(
            from ->
                database.transactions.executeWithoutResult(
                    status -> {
                      for (int i = from; i < Math.min(from + 500, TIMERS); i++) {
                        node.timekeeper().wakeAt("bench/" + i, due);
                      }
                    }));
        long began = System.nanoTime();
        node.start();
        await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> woken.get() >= TIMERS);
        double seconds = (System.nanoTime() - began) / 1e9;
        await().atMost(LONG).until(() -> database.count("timer") == 0);
        assertThat(woken).hasValue(TIMERS);
        return TIMERS / seconds;
      }
    }
  }

  private static double dbScheduler(int threads) {
    try (ScratchDatabase database = new ScratchDatabase()) {
      database
          .jdbc
          .sql(
              """
              create table scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea,
                execution_time timestamptz not null, picked boolean not null, picked_by text,
                last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                last_heartbeat timestamptz, version bigint not null, priority smallint,
                primary key (task_name, task_instance))
              """)
          .update();
      database
          .jdbc
          .sql("create index execution_time_idx on scheduled_tasks (execution_time)")
          .update();
      AtomicInteger run = new AtomicInteger();
      OneTimeTask<Void> task =
          Tasks.oneTime("bench").execute((instance, context) -> run.incrementAndGet());
      Scheduler scheduler =
          Scheduler.create(database.dataSource, task)
              .threads(threads)
              .pollUsingLockAndFetch(0.5, 4.0)
              .pollingInterval(Duration.ofMillis(100))
              .build();
      Instant due = Instant.now().minusSeconds(1);
      for (int i = 0; i < TIMERS; i++) {
        scheduler.schedule(task.instance("" + i), due);
      }
      long began = System.nanoTime();
      scheduler.start();
      try {
        await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> run.get() >= TIMERS);
        double seconds = (System.nanoTime() - began) / 1e9;
        await().atMost(LONG).until(() -> database.count("scheduled_tasks") == 0);
        assertThat(run).hasValue(TIMERS);
        return TIMERS / seconds;
      } finally {
        scheduler.stop();
      }
    }
  }

  private static void inChunks(IntConsumer chunk) {
    for (int from = 0; from < TIMERS; from += 500) {
      chunk.accept(from);
    }
  }
}
