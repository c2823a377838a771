package org.uitrol.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.support.RunningApplication;

class EventsInCommitOrder {

  @RegisterExtension static final RunningApplication APP = Pots.application();

  private final Pots pots = new Pots(APP);
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void who_commits_late_makes_later_writers_wait_and_is_not_skipped() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    Future<?> late =
        threads.submit(
            () ->
                APP.bean(TransactionTemplate.class)
                    .executeWithoutResult(
                        status -> {
                          pots.open("late", 3);
                          written.countDown();
                          awaitQuietly(commit);
                        }));
    written.await();
    Future<?> next = threads.submit(() -> pots.open("next", 3));
    await().until(() -> waitingForTheLock() == 1);
    assertThat(pots.rows("next")).isEmpty();
    commit.countDown();
    late.get();
    next.get();
    pots.awaitCaughtUp();

    assertThat(indexOf("late")).isLessThan(indexOf("next"));
    assertThat(pots.seen("late")).isEqualTo(1);
    assertThat(pots.seen("next")).isEqualTo(1);
  }

  @Test
  void many_writers_at_once_are_all_seen_once() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String pot = "many" + i;
      all.add(
          threads.submit(
              () -> {
                pots.open(pot, 10);
                pots.putIn(pot, 1);
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    pots.awaitCaughtUp();
    for (int i = 0; i < 100; i++) {
      assertThat(pots.seen("many" + i)).isEqualTo(2);
    }
  }

  @Test
  void five_thousand_indexes_that_were_never_used_cost_a_reader_nothing() {
    APP.jdbc()
        .sql("select count(nextval('domain_event_entry_seq')) from generate_series(1, 5000)")
        .query(Long.class)
        .single();
    pots.open("after the gap", 3);
    pots.awaitCaughtUp();

    assertThat(pots.seen("after the gap")).isEqualTo(1);
    long index = indexOf("after the gap");
    await()
        .untilAsserted(
            () ->
                assertThat(tokenOf("view.pots"))
                    .isEqualTo("{\"index\":" + index + ",\"gaps\":[]}"));
  }

  @Test
  void no_number_is_cached_by_a_session() {
    assertThat(
            APP.jdbc()
                .sql("select cache_size from pg_sequences where sequencename = ?")
                .param("domain_event_entry_seq")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  private static String tokenOf(String processor) {
    return APP.jdbc()
        .sql("select token from token_entry where processor_name = ?")
        .param(processor)
        .query(String.class)
        .single();
  }

  private static long indexOf(String pot) {
    return APP.jdbc()
        .sql("select min(global_index) from domain_event_entry where aggregate_identifier = ?")
        .param(pot)
        .query(Long.class)
        .single();
  }

  private static int waitingForTheLock() {
    return APP.jdbc()
        .sql(
            "select count(*) from pg_locks where locktype = 'advisory' and not granted and database ="
                + " (select oid from pg_database where datname = current_database())")
        .query(Integer.class)
        .single();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
