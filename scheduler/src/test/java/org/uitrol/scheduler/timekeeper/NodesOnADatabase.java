package org.uitrol.scheduler.timekeeper;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.uitrol.application.shared.WakeUps;

/** Nodes that a test starts on a database of its own, all stopped when it ends. */
abstract class NodesOnADatabase {

  static final Duration SOON = Duration.ofSeconds(40);

  /** Sweeps so rarely that whatever wakes, it wasn't the sweep. */
  static final TimerSettings HARDLY_SWEEPING =
      TimerSettings.standard().withSweepEvery(Duration.ofHours(1));

  static final TimerSettings SWEEPING_OFTEN =
      TimerSettings.standard().withSweepEvery(Duration.ofSeconds(1));

  final ScratchDatabase database = new ScratchDatabase();
  final WokenKeys woken = new WokenKeys();
  private final List<QuartzTimers> nodes = new ArrayList<>();

  @AfterEach
  void stop_everything() {
    nodes.forEach(QuartzTimers::close);
    database.close();
  }

  /** Whether there is a hold. */
  volatile boolean held;

  QuartzTimers node(TimerSettings settings) {
    return node(settings, Clock.systemUTC(), Clock.systemUTC(), woken);
  }

  QuartzTimers node(TimerSettings settings, Clock clock, Clock realClock, WakeUps wakeUps) {
    QuartzTimers node =
        new QuartzTimers(
            database.dataSource,
            database.quartzPool,
            database.transactionManager,
            clock,
            realClock,
            wakeUps,
            () -> held,
            settings);
    nodes.add(node);
    return node;
  }

  QuartzTimers started(TimerSettings settings) {
    QuartzTimers node = node(settings);
    node.start();
    await().atMost(SOON).until(() -> node.status().isWell());
    return node;
  }

  void arm(QuartzTimers node, String key, Instant due) {
    database.transactions.executeWithoutResult(status -> node.timekeeper().wakeAt(key, due));
  }

  static Instant in(long millis) {
    return Clock.systemUTC().instant().plusMillis(millis);
  }

  void awaitWoken(int count) {
    await().atMost(SOON).until(() -> woken.keys.size() >= count);
  }
}
