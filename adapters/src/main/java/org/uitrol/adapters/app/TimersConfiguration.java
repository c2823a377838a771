package org.uitrol.adapters.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.uitrol.adapters.demo.DemoClock;
import org.uitrol.application.hold.port.HoldState;
import org.uitrol.application.shared.Timekeeper;
import org.uitrol.application.shared.Timers;
import org.uitrol.application.shared.WakeUps;
import org.uitrol.scheduler.timekeeper.QuartzTimers;
import org.uitrol.scheduler.timekeeper.TimerSettings;

/** Timers on the application's database, with a small pool of their own for Quartz. */
@Configuration(proxyBeanMethods = false)
class TimersConfiguration {

  private static final int QUARTZ_CONNECTIONS = 4;

  @Bean
  QuartzPool quartzPool(DataSource dataSource) throws SQLException {
    HikariConfig config = new HikariConfig();
    dataSource.unwrap(HikariDataSource.class).copyStateTo(config);
    config.setPoolName("quartz");
    config.setMaximumPoolSize(QUARTZ_CONNECTIONS);
    config.setMinimumIdle(1);
    return new QuartzPool(new HikariDataSource(config));
  }

  /** Wake-ups are looked up when the first timer is due: they lead back to the timekeeper. */
  @Bean
  @DependsOnDatabaseInitialization
  QuartzTimers timers(
      DataSource dataSource,
      QuartzPool quartzPool,
      PlatformTransactionManager transactions,
      Clock clock,
      ObjectProvider<DemoClock> demoClock,
      ObjectProvider<WakeUps> wakeUps,
      HoldState hold,
      @Value("${uitrol.timers.sweep-every:5s}") Duration sweepEvery,
      @Value("${uitrol.timers.workers:1}") int workers) {
    QuartzTimers timers =
        new QuartzTimers(
            dataSource,
            quartzPool.connections(),
            transactions,
            clock,
            Clock.systemUTC(),
            (key, due, now) -> wakeUps.getObject().wake(key, due, now),
            hold,
            TimerSettings.standard().withSweepEvery(sweepEvery).withWorkers(workers));
    demoClock.ifAvailable(demo -> demo.onJump(timers::sweep));
    return timers;
  }

  @Bean
  Timekeeper timekeeper(QuartzTimers timers) {
    return timers.timekeeper();
  }

  @Bean
  TimersHealth timersHealthIndicator(Timers timers) {
    return new TimersHealth(timers);
  }

  /** Not a data source itself, or Spring Boot would not make the application's own. */
  record QuartzPool(HikariDataSource connections) implements AutoCloseable {

    @Override
    public void close() {
      connections.close();
    }
  }
}
