package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.uitrol.application.shared.Timekeeper;

/**
 * A clock that stands still until it is told to move, with its timers. They ring in the order of
 * their moments and, at one moment, of their keys, so that the same world always does the same. One
 * thread.
 */
public final class VirtualTime implements Timekeeper {

  /**
   * A timer that waits.
   *
   * @param due the moment that it was armed for
   * @param rings when it rings: then, or later where the application was late
   */
  public record Armed(String key, Instant due, Moment rings) {}

  /** When a timer rings that was armed for a moment. */
  @FunctionalInterface
  public interface Lateness {

    /** Every timer rings in time. */
    Lateness NONE = (key, due) -> Moment.begin(due);

    Moment rings(String key, Instant due);
  }

  private static final Comparator<Armed> BY_TURN =
      Comparator.comparing(Armed::rings).thenComparing(Armed::due).thenComparing(Armed::key);

  private final Lateness lateness;
  private final Map<String, Armed> armed = new HashMap<>();
  private final TreeSet<Armed> turns = new TreeSet<>(BY_TURN);
  private Instant now;

  public VirtualTime(Instant now, Lateness lateness) {
    this.now = now;
    this.lateness = lateness;
  }

  public Instant now() {
    return now;
  }

  /** Lets time pass; it never goes back. */
  public void advance(Instant to) {
    now = to.isAfter(now) ? to : now;
  }

  @Override
  public void wakeAt(String key, Instant due) {
    arm(new Armed(key, due, lateness.rings(key, due)));
  }

  /** Arms a timer that rings at a moment of its own. */
  void arm(Armed timer) {
    forget(timer.key());
    armed.put(timer.key(), timer);
    turns.add(timer);
  }

  @Override
  public void forget(String key) {
    Armed known = armed.remove(key);
    if (known != null) {
      turns.remove(known);
    }
  }

  @Override
  public void forgetAll(String prefix) {
    if (!prefix.endsWith("/")) {
      throw new IllegalArgumentException("'" + prefix + "' doesn't end with a slash");
    }
    armed.keySet().stream().filter(key -> key.startsWith(prefix)).toList().forEach(this::forget);
  }

  /** The timer that rings next. */
  public Optional<Armed> next() {
    return turns.isEmpty() ? Optional.empty() : Optional.of(turns.first());
  }
}
