package org.uitrol.application.world;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.uitrol.application.shared.Timekeeper;

/** Timers that a test lets ring. */
final class VirtualTimekeeper implements Timekeeper {

  private final Map<String, Instant> armed = new HashMap<>();

  @Override
  public void wakeAt(String key, Instant due) {
    armed.put(key, due);
  }

  @Override
  public void forget(String key) {
    armed.remove(key);
  }

  @Override
  public void forgetAll(String prefix) {
    armed.keySet().removeIf(key -> key.startsWith(prefix));
  }

  /** The timer that is due first. */
  Optional<Map.Entry<String, Instant>> next() {
    return armed.entrySet().stream()
        .min(
            Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> Map.entry(entry.getKey(), entry.getValue()));
  }

  Map<String, Instant> armed() {
    return Map.copyOf(armed);
  }
}
