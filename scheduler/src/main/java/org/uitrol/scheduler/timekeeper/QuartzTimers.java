package org.uitrol.scheduler.timekeeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.spi.TriggerFiredBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.shared.HoldSwitch;
import org.uitrol.application.shared.Timekeeper;
import org.uitrol.application.shared.TimerStatus;
import org.uitrol.application.shared.Timers;
import org.uitrol.application.shared.WakeUps;

/**
 * The timers of one node of a cluster that shares one PostgreSQL.
 *
 * <p>Quartz fires once in the cluster per due moment, and sweeps every few seconds. A watch on each
 * node looks after Quartz itself: it sets the sweep again when its rows were lost, throws away
 * alarms that can't be read, and wakes what is overdue when Quartz doesn't. Timers compare with the
 * timers' clock; alarms, heartbeat and skew are real time.
 */
public final class QuartzTimers implements Timers, SmartLifecycle, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(QuartzTimers.class);

  /**
   * After Axon (3072 below the default), whose command handlers a wake-up needs, and before the web
   * server (2048 below); stopped the other way round.
   */
  private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 2560;

  private final TimerSettings settings;
  private final Clock clock;
  private final TimerTable table;
  private final TransactionTemplate transactions;
  private final SchedulerFactoryBean factory;
  private final Scheduler quartz;
  private final Alarms alarms;
  private final Skew skew;
  private final WakeUps wakeUps;
  private final Timekeeper timekeeper;
  private volatile @Nullable Running running;

  /**
   * Prepares a node; it wakes nothing before {@link #start()}.
   *
   * @param dataSource the one that {@code transactions} manages
   * @param quartzPool a small pool of its own for Quartz, about four connections, to the same
   *     database; closed by whoever made it
   * @param clock the time by which timers are due
   * @param realClock the node's own time, never simulated
   * @param hold while it is on, only what was let go is woken
   */
  public QuartzTimers(
      DataSource dataSource,
      DataSource quartzPool,
      PlatformTransactionManager transactions,
      Clock clock,
      Clock realClock,
      WakeUps wakeUps,
      HoldSwitch hold,
      TimerSettings settings) {
    this.settings = settings;
    this.clock = clock;
    this.wakeUps = wakeUps;
    this.table = new TimerTable(dataSource, hold);
    this.transactions = new TransactionTemplate(transactions);
    this.factory = quartz(dataSource, quartzPool);
    this.quartz = factory.getScheduler();
    this.alarms = new Alarms(quartz, dataSource, table, clock, realClock);
    this.skew = new Skew(table, realClock, settings.largestSkew());
    this.timekeeper = new QuartzTimekeeper(table, alarms, clock, this::drain);
  }

  /** The port by which the application arms timers. */
  public Timekeeper timekeeper() {
    return timekeeper;
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void sweep() {
    Running now = running;
    if (now != null) {
      now.watch.execute(() -> now.guarded(this::sweepHere));
    }
  }

  @Override
  public TimerStatus status() {
    return table.status(clock.instant(), skew.last(), complaints());
  }

  @Override
  public void start() {
    if (running != null) {
      return;
    }
    skew.measure();
    alarms.dropUnreadable();
    transactions.executeWithoutResult(status -> alarms.setSweep(settings.sweepEvery()));
    Running started = new Running(table.databaseTime());
    running = started;
    try {
      quartz.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz can't start", e);
    }
    started.begin();
  }

  @Override
  public void stop() {
    Running was = running;
    if (was == null) {
      return;
    }
    running = null;
    try {
      quartz.standby();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz can't pause", e);
    }
    was.end();
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /** Stops for good. */
  @Override
  public void close() {
    stop();
    try {
      factory.destroy();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz can't stop", e);
    }
  }

  private SchedulerFactoryBean quartz(DataSource dataSource, DataSource quartzPool) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    // With the default of half a minute an alarm set within a transaction fires that much late,
    // for Quartz is told of it before the commit.
    properties.setProperty("org.quartz.scheduler.idleWaitTime", "1000");
    // How long Quartz rests after an alarm that it can't read.
    properties.setProperty("org.quartz.scheduler.dbFailureRetryInterval", "2000");
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.jobStore.class", LocalDataSourceJobStore.class.getName());
    properties.setProperty(
        "org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
    properties.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
    properties.setProperty("org.quartz.jobStore.lockHandler.class", ClusterLock.class.getName());
    properties.setProperty("org.quartz.jobStore.isClustered", "true");
    properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
    properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    properties.setProperty("org.quartz.jobStore.useProperties", "true");
    properties.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
    SchedulerFactoryBean made = new SchedulerFactoryBean();
    made.setSchedulerName(Alarms.SCHEDULER);
    made.setQuartzProperties(properties);
    made.setDataSource(dataSource);
    made.setNonTransactionalDataSource(quartzPool);
    made.setJobFactory((bundle, scheduler) -> new TimerJob(nudge(bundle)));
    made.setWaitForJobsToCompleteOnShutdown(true);
    made.setAutoStartup(false);
    try {
      made.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException("Quartz can't be set up: " + e.getMessage(), e);
    }
    return made;
  }

  private Runnable nudge(TriggerFiredBundle bundle) {
    return bundle.getJobDetail().getKey().equals(Alarms.SWEEP) ? this::sweepByQuartz : this::drain;
  }

  private void drain() {
    Running now = running;
    if (now != null) {
      now.wakers.request();
    }
  }

  /** Only a sweep that Quartz has fired, on a node whose clock is right, counts as a heartbeat. */
  private void sweepByQuartz() {
    Running now = running;
    if (now != null && skew.isTolerable()) {
      now.guarded(
          () -> {
            table.beat(now.node);
            sweepHere();
          });
    }
  }

  private void sweepHere() {
    drain();
    transactions.executeWithoutResult(status -> alarms.mend());
  }

  private void watch() {
    skew.measure();
    if (!alarms.sweepIsSet()) {
      LOG.warn("The recurring sweep was lost; setting it again");
      transactions.executeWithoutResult(status -> alarms.setSweep(settings.sweepEvery()));
    }
    if (silence().compareTo(patience()) > 0) {
      alarms.dropUnreadable();
      sweepHere();
    } else if (table.anyDueBefore(clock.instant().minus(settings.sweepEvery().multipliedBy(2)))) {
      drain();
    }
  }

  /** How long nothing has fired, as far back as is known. */
  private Duration silence() {
    Instant last = table.heartbeat().orElse(Instant.EPOCH);
    return Duration.between(last, table.databaseTime());
  }

  private Duration patience() {
    return settings.sweepEvery().multipliedBy(3);
  }

  private List<String> complaints() {
    Running now = running;
    if (now == null) {
      return List.of("the timers of this node aren't running");
    }
    List<String> complaints = new ArrayList<>();
    if (!skew.isTolerable()) {
      complaints.add(
          "this node's clock differs by "
              + skew.last().toMillis()
              + " ms from the database's, so it wakes nothing");
    }
    Optional<Instant> beat = table.heartbeat();
    if (beat.isEmpty() || beat.get().isBefore(now.since)) {
      complaints.add("the scheduler has not yet fired since this node started");
    } else if (silence().compareTo(patience()) > 0) {
      complaints.add("the scheduler has not fired since " + beat.get());
    }
    String problem = now.problem;
    if (problem != null) {
      complaints.add(problem);
    }
    return complaints;
  }

  /** What lives from start to stop. */
  private final class Running {

    private final Instant since;
    private final String node;
    private final Wakers wakers;
    private final ScheduledExecutorService watch;
    private volatile @Nullable String problem;

    Running(Instant since) {
      this.since = since;
      this.node = nodeName();
      this.wakers =
          new Wakers(settings.workers(), table, transactions, clock, wakeUps, skew::isTolerable);
      this.watch =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                Thread made = new Thread(work, "timers-watch");
                made.setDaemon(true);
                return made;
              });
    }

    void begin() {
      watch.execute(() -> guarded(QuartzTimers.this::sweepHere));
      long every = settings.sweepEvery().toMillis();
      var unused =
          watch.scheduleWithFixedDelay(
              () -> guarded(QuartzTimers.this::watch), every, every, TimeUnit.MILLISECONDS);
    }

    /** A failing sweep must not end all later ones; it shows in health until one succeeds. */
    void guarded(Runnable work) {
      try {
        work.run();
        problem = null;
      } catch (RuntimeException | Error e) {
        LOG.warn("The timers could not be looked after; trying again", e);
        problem = "the last look at the timers failed: " + e.getMessage();
      }
    }

    void end() {
      watch.shutdownNow();
      wakers.stop();
    }

    private String nodeName() {
      try {
        return quartz.getSchedulerInstanceId();
      } catch (SchedulerException e) {
        throw new IllegalStateException("Quartz has no instance id", e);
      }
    }
  }
}
