package org.uitrol.scheduler.timekeeper;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.uitrol.application.shared.WakeUps;

/** Remembers which keys were woken, in order, after doing what a test wants done with one. */
final class WokenKeys implements WakeUps {

  final List<String> keys = new CopyOnWriteArrayList<>();
  final List<Instant> moments = new CopyOnWriteArrayList<>();
  volatile Consumer<String> first = key -> {};

  @Override
  public void wake(String key, Instant due, Instant now) {
    first.accept(key);
    if (now.isBefore(due)) {
      throw new AssertionError(key + " was woken at " + now + ", before " + due);
    }
    moments.add(now);
    keys.add(key);
  }
}
