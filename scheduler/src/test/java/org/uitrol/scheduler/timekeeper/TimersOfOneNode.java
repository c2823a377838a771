package org.uitrol.scheduler.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.shared.TimerStatus;

class TimersOfOneNode extends NodesOnADatabase {

  private static final Instant FAR_OFF = Instant.parse("2090-03-01T09:00:00Z");

  @Test
  void a_timer_is_woken_at_its_moment_by_the_alarm_alone() {
    QuartzTimers node = started(HARDLY_SWEEPING);
    Instant due = in(2_500);

    arm(node, "followup/7/reminder-1", due);
    awaitWoken(1);

    assertThat(woken.keys).containsExactly("followup/7/reminder-1");
    assertThat(Duration.between(due, woken.moments.get(0))).isLessThan(Duration.ofSeconds(3));
    await().atMost(SOON).until(() -> database.count("timer") == 0);
  }

  @Test
  void a_moment_that_has_passed_is_woken_as_soon_as_the_transaction_commits() {
    QuartzTimers node = started(HARDLY_SWEEPING);

    arm(node, "followup/7/reminder-1", Instant.parse("2026-01-05T08:00:00Z"));

    awaitWoken(1);
  }

  @Test
  void during_a_hold_only_what_was_let_go_is_woken_and_what_has_to_be_gone_is_removed() {
    QuartzTimers node = started(HARDLY_SWEEPING);
    held = true;

    Instant past = Instant.parse("2026-01-05T08:00:00Z");
    arm(node, "gate/7/announce.least", past);
    arm(node, "gate/8/announce.least", past.plusSeconds(1));
    arm(node, "erasure-step/p-1/", past.plusSeconds(2));
    awaitWoken(1);
    assertThat(woken.keys).containsExactly("erasure-step/p-1/");
    assertThat(node.status().due()).isZero();
    assertThat(node.nextDue()).isEmpty();

    database
        .jdbc
        .sql("update timer set passes = true where key = 'gate/8/announce.least'")
        .update();
    node.sweep();
    awaitWoken(2);
    assertThat(woken.keys).doesNotContain("gate/7/announce.least");

    held = false;
    node.sweep();
    awaitWoken(3);
    assertThat(woken.keys).endsWith("gate/7/announce.least");
  }

  @Test
  void the_same_key_moves_and_wakes_once() {
    QuartzTimers node = started(HARDLY_SWEEPING);

    arm(node, "session/3/remind", FAR_OFF);
    arm(node, "session/3/remind", in(1_500));
    arm(node, "session/3/remind", in(1_500));
    awaitWoken(1);

    await().atMost(SOON).until(() -> database.count("timer") == 0);
    assertThat(woken.keys).containsExactly("session/3/remind");
  }

  @Test
  void a_lock_that_cannot_be_had_undoes_the_whole_transaction_with_an_error() {
    QuartzTimers node = node(HARDLY_SWEEPING);
    arm(node, "session/3/remind", FAR_OFF);

    new TransactionTemplate(new DataSourceTransactionManager(database.quartzPool))
        .executeWithoutResult(
            held -> {
              JdbcClient holder = JdbcClient.create(database.quartzPool);
              holder.sql("set local idle_in_transaction_session_timeout = '5s'").update();
              holder.sql("select lock_name from qrtz_locks for update").query(String.class).list();
              assertThatThrownBy(
                      () ->
                          database.transactions.executeWithoutResult(
                              status -> {
                                database.jdbc.sql("set local lock_timeout = '200ms'").update();
                                node.timekeeper()
                                    .wakeAt("session/4/remind", FAR_OFF.plusSeconds(9));
                              }))
                  .hasMessageContaining("lock");
            });

    assertThat(database.jdbc.sql("select key from timer").query(String.class).list())
        .containsExactly("session/3/remind");
  }

  @Test
  void many_timers_of_one_moment_share_one_alarm() {
    QuartzTimers node = started(HARDLY_SWEEPING);

    database.transactions.executeWithoutResult(
        status ->
            IntStream.range(0, 50)
                .forEach(i -> node.timekeeper().wakeAt("survey/1/close-" + i, FAR_OFF)));
    arm(node, "survey/2/close", FAR_OFF.minusMillis(300));

    assertThat(alarms()).containsExactly("2090-03-01T09:00:00Z");
  }

  @Test
  void a_transaction_that_rolls_back_leaves_no_timer_and_no_alarm() {
    QuartzTimers node = started(HARDLY_SWEEPING);

    database.transactions.executeWithoutResult(
        status -> {
          node.timekeeper().wakeAt("campaign/1/wave-2", FAR_OFF);
          status.setRollbackOnly();
        });
    database.transactions.executeWithoutResult(
        status -> {
          node.timekeeper().wakeAt("campaign/1/wave-3", FAR_OFF.plusSeconds(60));
          status.flush();
        });

    assertThat(alarms()).containsExactly("2090-03-01T09:01:00Z");
    assertThat(keys()).containsExactly("campaign/1/wave-3");
  }

  @Test
  void a_rolled_back_forgetting_keeps_the_timer() {
    QuartzTimers node = started(HARDLY_SWEEPING);
    arm(node, "campaign/1/wave-2", FAR_OFF);

    database.transactions.executeWithoutResult(
        status -> {
          node.timekeeper().forget("campaign/1/wave-2");
          status.setRollbackOnly();
        });

    assertThat(keys()).containsExactly("campaign/1/wave-2");
  }

  @Test
  void forgetting_by_prefix_spares_the_neighbour_with_a_longer_number() {
    QuartzTimers node = started(HARDLY_SWEEPING);
    List.of("campaign/1/wave-2", "campaign/1/wave-3", "campaign/12/wave-2", "campaign/1%/x")
        .forEach(key -> arm(node, key, FAR_OFF));

    database.transactions.executeWithoutResult(
        status -> node.timekeeper().forgetAll("campaign/1/"));

    assertThat(keys()).containsExactly("campaign/1%/x", "campaign/12/wave-2");
  }

  @Test
  void a_prefix_without_a_closing_slash_is_refused() {
    QuartzTimers node = node(HARDLY_SWEEPING);

    assertThatThrownBy(
            () ->
                database.transactions.executeWithoutResult(
                    status -> node.timekeeper().forgetAll("campaign/1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("campaign/1");
  }

  @Test
  void nothing_is_armed_or_forgotten_outside_a_transaction() {
    QuartzTimers node = node(HARDLY_SWEEPING);

    assertThatThrownBy(() -> node.timekeeper().wakeAt("a/b", FAR_OFF))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> node.timekeeper().forget("a/b"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> node.timekeeper().forgetAll("a/"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_key_that_could_not_be_read_in_a_list_is_refused() {
    QuartzTimers node = node(HARDLY_SWEEPING);

    for (String key : List.of("", "two words", "tab\tbed", "x".repeat(201))) {
      assertThatThrownBy(() -> arm(node, key, FAR_OFF))
          .isInstanceOf(IllegalArgumentException.class);
    }
    arm(node, "x".repeat(200), FAR_OFF);
    assertThat(keys()).hasSize(1);
  }

  @Test
  void a_timer_that_is_armed_again_while_it_is_woken_stays_armed() {
    QuartzTimers node = started(HARDLY_SWEEPING);
    woken.first = key -> node.timekeeper().wakeAt(key, FAR_OFF);

    arm(node, "adoption/finance/weekly", in(0));
    awaitWoken(1);

    await().atMost(SOON).until(() -> node.nextDue().equals(Optional.of(FAR_OFF)));
  }

  @Test
  void with_one_waker_timers_are_woken_in_the_order_of_their_moments_then_of_their_keys() {
    QuartzTimers node = node(HARDLY_SWEEPING);
    Instant past = Instant.parse("2026-01-05T08:00:00Z");
    database.transactions.executeWithoutResult(
        status -> {
          node.timekeeper().wakeAt("b", past.plusSeconds(1));
          node.timekeeper().wakeAt("a", past.plusSeconds(1));
          node.timekeeper().wakeAt("c", past);
          node.timekeeper().wakeAt("Z", past.plusSeconds(1));
        });

    node.start();
    awaitWoken(4);

    assertThat(woken.keys).containsExactly("c", "Z", "a", "b");
  }

  @Test
  void the_status_tells_what_is_armed_due_and_next() {
    QuartzTimers node = node(HARDLY_SWEEPING);
    Instant past = Instant.parse("2026-01-05T08:00:00Z");
    arm(node, "late", past);
    arm(node, "later", FAR_OFF);

    TimerStatus status = node.status();

    assertThat(status.armed()).isEqualTo(2);
    assertThat(status.due()).isEqualTo(1);
    assertThat(status.overdue()).isEqualTo(1);
    assertThat(status.oldest()).isEqualTo(past);
    assertThat(status.next()).isEqualTo(FAR_OFF);
    assertThat(status.complaints()).containsExactly("the timers of this node aren't running");
    assertThat(node.nextDue()).contains(past);
  }

  @Test
  void five_thousand_timers_of_one_moment_are_all_woken_once_and_soon() {
    QuartzTimers node = started(HARDLY_SWEEPING);
    Instant due = in(3_000);
    database.transactions.executeWithoutResult(
        status ->
            IntStream.range(0, 5_000)
                .forEach(i -> node.timekeeper().wakeAt("followup/" + i + "/reminder-1", due)));

    await().atMost(Duration.ofSeconds(60)).until(() -> database.count("timer") == 0);

    assertThat(woken.keys).hasSize(5_000).doesNotHaveDuplicates();
    assertThat(Duration.between(due, woken.moments.get(4_999))).isLessThan(Duration.ofSeconds(45));
  }

  private List<String> alarms() {
    return database
        .jdbc
        .sql("select trigger_name from qrtz_triggers where trigger_group = 'moments' order by 1")
        .query(String.class)
        .list();
  }

  private List<String> keys() {
    return database.jdbc.sql("select key from timer order by key").query(String.class).list();
  }
}
