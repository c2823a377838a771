package org.uitrol.scheduler.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedTimeJumps extends NodesOnADatabase {

  private final MovableClock clock = new MovableClock(Duration.ofDays(40));

  @Test
  void an_alarm_rings_when_the_simulated_clock_says_so() {
    QuartzTimers node = node(HARDLY_SWEEPING, clock, Clock.systemUTC(), woken);
    node.start();
    await().atMost(SOON).until(() -> node.status().isWell());
    Instant due = clock.instant().plusMillis(2_500);

    arm(node, "simulated/soon", due);
    awaitWoken(1);

    assertThat(woken.moments.get(0)).isBetween(due, due.plusSeconds(3));
  }

  @Test
  void what_became_due_is_woken_and_what_is_to_come_is_set_anew() {
    QuartzTimers node = node(HARDLY_SWEEPING, clock, Clock.systemUTC(), woken);
    node.start();
    await().atMost(SOON).until(() -> node.status().isWell());
    arm(node, "in/a-day", clock.instant().plus(Duration.ofDays(1)));
    arm(node, "in/a-day-and-a-bit", clock.instant().plus(Duration.ofDays(1)).plusMillis(4_000));

    clock.jump(Duration.ofDays(1));
    node.sweep();
    awaitWoken(2);

    assertThat(woken.keys).containsExactly("in/a-day", "in/a-day-and-a-bit");
  }
}
