package org.uitrol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.rebuild.Rebuilds;
import org.uitrol.application.audit.past.Past;
import org.uitrol.application.audit.past.Pasts;
import org.uitrol.application.audit.past.Projection;
import org.uitrol.application.audit.past.Projections;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.AsOf;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RecordedHistory;
import org.uitrol.support.RunningApplication;

/**
 * Copies the recorded history of a campaign until there are so many events, and reads them: by a
 * plain ordered select, into views in memory as for a page of the past, and into views beside the
 * present ones.
 */
class RebuildAgainstSelect {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final int ROWS = Integer.getInteger("rows", 1_000_000);
  private static final AccountId AUDITOR = new AccountId("auditor");

  @Test
  void prints_the_rates_and_their_ratios() {
    UITROL.stop();
    RecordedHistory.append(UITROL.dataSource(), RecordedHistory.read(file()));
    copy();
    RecordedHistory.passOver(UITROL.database());
    UITROL.start();
    long events =
        UITROL.jdbc().sql("select count(*) from domain_event_entry").query(Long.class).single();
    System.out.printf("%n%,d events%n", events);
    double select = timed("select", events, this::select);
    double some = timed("a page of a campaign in the past", events, this::pageOfTheList);
    double again = timed("the same page again", events, this::pageOfTheList);
    double memory = timed("all views in memory", events, this::allInMemory);
    double beside = timed("all views beside", events, this::allBeside);
    System.out.printf(
        "select : in memory = %.2f, select : beside = %.3f, page %.2f s, again %.3f s%n",
        select / memory, select / beside, some, again);
    System.out.printf(
        "heap of %d MB, most used %d MB%n%n", Runtime.getRuntime().maxMemory() >> 20, mostUsed());
    assertThat(events).isGreaterThanOrEqualTo(ROWS);
  }

  private static Path file() {
    List<Path> files = RecordedHistory.files();
    return files.get(files.size() - 1);
  }

  /** Each copy is another campaign of other people: a part of each UUID is the copy's number. */
  private static void copy() {
    JdbcTemplate jdbc = new JdbcTemplate(UITROL.dataSource());
    int once =
        UITROL
            .database()
            .sql("select count(*) from domain_event_entry")
            .query(Integer.class)
            .single();
    for (int copy = 1; copy * once < ROWS; copy++) {
      int number = copy;
      new TransactionTemplate(new JdbcTransactionManager(UITROL.dataSource()))
          .executeWithoutResult(
              status ->
                  jdbc.update(
                      """
                      insert into domain_event_entry (event_identifier, aggregate_identifier,
                        sequence_number, type, time_stamp, payload_type, payload_revision, payload,
                        meta_data)
                      select event_identifier || '-' || ?, other(aggregate_identifier, ?),
                        sequence_number, type, time_stamp, payload_type, payload_revision,
                        other(payload, ?), meta_data
                      from domain_event_entry where global_index <= ? order by global_index
                      """
                          .replace(
                              "other(aggregate_identifier, ?)",
                              "case when aggregate_identifier ~ '^[0-9a-f-]{36}$' then"
                                  + " regexp_replace(aggregate_identifier, '-[0-9a-f]{4}([0-9a-f]{8})$',"
                                  + " '-' || lpad(to_hex(?), 4, '0') || '\\1') else"
                                  + " aggregate_identifier || '-' || ? end")
                          .replace(
                              "other(payload, ?)",
                              "replace(regexp_replace(payload, '(-[0-9a-f]{4}-)[0-9a-f]{4}([0-9a-f]{8}\")',"
                                  + " '\\1' || lpad(to_hex(?), 4, '0') || '\\2', 'g'),"
                                  + " '\"copilot-voorbeeldgemeente\"',"
                                  + " '\"copilot-voorbeeldgemeente-' || ? || '\"')"),
                      number,
                      number,
                      number,
                      number,
                      number,
                      once));
    }
  }

  private Object select() {
    JdbcTemplate jdbc = new JdbcTemplate(UITROL.dataSource());
    jdbc.setFetchSize(1_000);
    long[] bytes = new long[1];
    new TransactionTemplate(new JdbcTransactionManager(UITROL.dataSource()))
        .executeWithoutResult(
            status ->
                jdbc.query(
                    "select * from domain_event_entry order by global_index",
                    row -> {
                      bytes[0] += row.getString("payload").length();
                      bytes[0] += row.getString("meta_data").length();
                    }));
    return bytes[0];
  }

  /** What the list of campaigns and the page of one ask. */
  private Object pageOfTheList() {
    Past past = UITROL.bean(Pasts.class).of(AsOf.known(Instant.parse("2035-06-01T00:00:00Z")));
    long rows = 0;
    for (Projection<?> one : UITROL.bean(Projections.class).all()) {
      if (List.of(CampaignStore.class, RolloutStore.class, DirectoryStore.class)
          .contains(one.store())) {
        rows += past.store(one).hashCode() == 0 ? 0 : 1;
      }
    }
    return rows;
  }

  private Object allInMemory() {
    Past past = UITROL.bean(Pasts.class).of(AsOf.known(Instant.parse("2036-01-01T00:00:00Z")));
    for (Projection<?> one : UITROL.bean(Projections.class).all()) {
      if (!one.name().equals("view.trail")) {
        assertThat(past.store(one)).isNotNull();
      }
    }
    return past;
  }

  private Object allBeside() {
    Rebuilds rebuilds = UITROL.bean(Rebuilds.class);
    for (Projection<?> one : UITROL.bean(Projections.class).all()) {
      rebuilds.begin(one.name(), AUDITOR, Actor.account(AUDITOR));
    }
    while (rebuilds.views().stream().anyMatch(view -> view.run() != null)) {
      LockSupport.parkNanos(20_000_000);
    }
    return rebuilds;
  }

  private static double timed(String what, long events, Supplier<Object> work) {
    long start = System.nanoTime();
    assertThat(work.get()).isNotNull();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-34s %8.1f s, %,10.0f events/s%n", what, seconds, events / seconds);
    return seconds;
  }

  private static long mostUsed() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }
}
