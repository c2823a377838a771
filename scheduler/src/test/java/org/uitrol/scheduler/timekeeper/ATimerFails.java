package org.uitrol.scheduler.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.uitrol.application.shared.TimerStatus;

class ATimerFails extends NodesOnADatabase {

  private static final Instant PAST = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void the_others_are_woken_and_the_failing_one_is_shown_with_its_reason() {
    QuartzTimers node = node(HARDLY_SWEEPING);
    woken.first =
        key -> {
          if (key.equals("b/bad")) {
            throw new IllegalStateException("no such case\0");
          }
          if (key.equals("c/worse")) {
            throw new StackOverflowError();
          }
        };
    Set.of("a/good", "b/bad", "c/worse", "d/good").forEach(key -> arm(node, key, PAST));

    node.start();
    await().atMost(SOON).until(() -> node.status().failing().size() == 2);
    awaitWoken(2);

    assertThat(woken.keys).containsExactly("a/good", "d/good");
    TimerStatus.Failing bad = node.status().failing().get(0);
    assertThat(bad.key()).isEqualTo("b/bad");
    assertThat(bad.due()).isEqualTo(PAST);
    assertThat(bad.attempts()).isEqualTo(1);
    assertThat(bad.lastError()).isEqualTo("java.lang.IllegalStateException: no such case?");
    assertThat(node.nextDue()).isEmpty();
  }

  @Test
  void what_it_wrote_before_it_failed_is_undone() {
    QuartzTimers node = node(HARDLY_SWEEPING);
    woken.first =
        key -> {
          node.timekeeper().wakeAt("follows", Instant.parse("2090-03-01T09:00:00Z"));
          throw new IllegalStateException("no such case");
        };
    arm(node, "bad", PAST);

    node.start();
    await().atMost(SOON).until(() -> !node.status().failing().isEmpty());

    assertThat(node.status().armed()).isEqualTo(1);
  }

  @Test
  void it_is_tried_again_after_a_pause_and_goes_away_when_it_succeeds() {
    QuartzTimers node = node(SWEEPING_OFTEN);
    woken.first =
        key -> {
          if (!node.status().failing().isEmpty()) {
            return;
          }
          throw new IllegalStateException("not yet");
        };
    arm(node, "twice", PAST);

    node.start();
    awaitWoken(1);

    await().atMost(SOON).until(() -> database.count("timer") == 0);
    assertThat(woken.keys).containsExactly("twice");
  }

  @Test
  void a_wake_up_that_can_not_be_committed_counts_as_failed() {
    database.jdbc.sql("create table once (n int unique deferrable initially deferred)").update();
    QuartzTimers node = node(HARDLY_SWEEPING);
    woken.first =
        key -> {
          if (key.equals("bad")) {
            database.jdbc.sql("insert into once values (1), (1)").update();
          }
        };
    arm(node, "bad", PAST);
    arm(node, "good", PAST);

    node.start();
    await().atMost(SOON).until(() -> !node.status().failing().isEmpty());

    await().atMost(SOON).until(() -> woken.keys.contains("good"));
    assertThat(node.status().failing().get(0).lastError()).contains("once_n_key");
  }

  @Test
  void a_database_connection_that_breaks_during_a_wake_up_loses_nothing() {
    QuartzTimers node = node(SWEEPING_OFTEN);
    AtomicInteger tries = new AtomicInteger();
    woken.first =
        key -> {
          if (tries.incrementAndGet() == 1) {
            database.jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().listOfRows();
          }
        };
    arm(node, "interrupted", PAST);

    node.start();
    awaitWoken(1);

    await().atMost(SOON).until(() -> database.count("timer") == 0);
    assertThat(tries).hasValue(2);
    assertThat(woken.keys).containsExactly("interrupted");
  }

  @Test
  void the_pauses_double_up_to_an_hour() {
    assertThat(List.of(0, 1, 2, 9, 10, 1_000_000).stream().map(Wakers::pauseAfter))
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(2560),
            Duration.ofHours(1),
            Duration.ofHours(1));
  }
}
