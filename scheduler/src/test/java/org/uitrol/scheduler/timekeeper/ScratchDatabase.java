package org.uitrol.scheduler.timekeeper;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty database of its own on one PostgreSQL server per test run, with the timer tables. */
final class ScratchDatabase implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Path MIGRATIONS = Path.of("../adapters/src/main/resources/db/migration");

  final HikariDataSource dataSource;
  final HikariDataSource quartzPool;
  final JdbcClient jdbc;
  final DataSourceTransactionManager transactionManager;
  final TransactionTemplate transactions;

  ScratchDatabase() {
    String name = "scratch" + NUMBER.incrementAndGet();
    JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
        .sql("create database " + name)
        .update();
    dataSource = pool(name, 10);
    quartzPool = pool(name, 6);
    jdbc = JdbcClient.create(dataSource);
    transactionManager = new DataSourceTransactionManager(dataSource);
    transactions = new TransactionTemplate(transactionManager);
    new ResourceDatabasePopulator(
            migration("V3__timers.sql"),
            migration("V4__quartz.sql"),
            migration("V191__timers_that_pass.sql"))
        .execute(dataSource);
  }

  private static FileSystemResource migration(String file) {
    return new FileSystemResource(MIGRATIONS.resolve(file));
  }

  private static HikariDataSource pool(String database, int size) {
    DataSource target = Server.POSTGRES.getDatabase("postgres", database);
    HikariConfig config = new HikariConfig();
    config.setDataSource(target);
    config.setMaximumPoolSize(size);
    return new HikariDataSource(config);
  }

  void loseAllQuartzRows() {
    for (String table :
        new String[] {
          "fired_triggers",
          "paused_trigger_grps",
          "scheduler_state",
          "locks",
          "simple_triggers",
          "cron_triggers",
          "simprop_triggers",
          "blob_triggers",
          "triggers",
          "job_details",
          "calendars"
        }) {
      jdbc.sql("delete from qrtz_" + table).update();
    }
  }

  int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Override
  public void close() {
    quartzPool.close();
    dataSource.close();
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
