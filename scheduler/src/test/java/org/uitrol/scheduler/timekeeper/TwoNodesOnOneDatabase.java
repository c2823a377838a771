package org.uitrol.scheduler.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TwoNodesOnOneDatabase extends NodesOnADatabase {

  private final WokenKeys wokenByOther = new WokenKeys();

  @Test
  void wake_each_timer_once_between_them() {
    QuartzTimers one = started(SWEEPING_OFTEN);
    QuartzTimers other = node(SWEEPING_OFTEN, Clock.systemUTC(), Clock.systemUTC(), wokenByOther);
    other.start();
    Instant due = in(1_500);

    database.transactions.executeWithoutResult(
        status ->
            IntStream.range(0, 1_000)
                .forEach(i -> (i % 2 == 0 ? one : other).timekeeper().wakeAt("k/" + i, due)));
    await().atMost(Duration.ofSeconds(40)).until(() -> database.count("timer") == 0);

    assertThat(Stream.concat(woken.keys.stream(), wokenByOther.keys.stream()).toList())
        .hasSize(1_000)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_the_one_leaves_behind_the_other_wakes() {
    QuartzTimers one = started(SWEEPING_OFTEN);
    arm(one, "left/behind", in(1_500));
    one.close();
    QuartzTimers other = node(SWEEPING_OFTEN, Clock.systemUTC(), Clock.systemUTC(), wokenByOther);

    other.start();
    await().atMost(SOON).until(() -> wokenByOther.keys.size() == 1);

    assertThat(woken.keys).isEmpty();
  }

  @Test
  void a_node_whose_clock_is_wrong_wakes_nothing_and_says_so() {
    MovableClock wrong = new MovableClock(Duration.ofSeconds(3));
    QuartzTimers node = node(SWEEPING_OFTEN, wrong, wrong, woken);
    arm(node, "due/already", Instant.parse("2026-01-05T08:00:00Z"));

    node.start();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(SOON)
        .until(
            () ->
                woken.keys.isEmpty()
                    && node.status().complaints().stream()
                        .anyMatch(complaint -> complaint.contains("clock differs by")));

    wrong.showRealTime();
    awaitWoken(1);
    await().atMost(SOON).until(() -> node.status().isWell());
  }

  @Test
  void a_node_whose_clock_is_behind_wakes_nothing_either() {
    MovableClock wrong = new MovableClock(Duration.ofSeconds(-3));
    QuartzTimers node = node(SWEEPING_OFTEN, wrong, wrong, woken);
    arm(node, "due/already", Instant.parse("2026-01-05T08:00:00Z"));

    node.start();

    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> woken.keys.isEmpty() && !node.status().isWell());
    assertThat(node.status().skew()).isNegative();
  }
}
