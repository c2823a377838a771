package org.uitrol.application.retention.port;

import java.time.Instant;
import java.time.Period;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.uitrol.domain.retention.HeldBack;
import org.uitrol.domain.retention.RetainedKind;

/**
 * Something that is kept for some time only. Takes part in the caller's transaction where it lies
 * in the database. Safe for many threads.
 */
public interface RetainedData {

  /** What it is; of each kind there is one. */
  RetainedKind kind();

  /** How long it is kept as of now, by the settings and by what plans promise. */
  Period keep();

  /** Removes what is older than that moment. Again changes nothing. */
  Removal remove(Instant before, Instant at);

  /**
   * What was removed.
   *
   * @param held how many were kept though they are older, and why
   */
  record Removal(int removed, Map<HeldBack, Integer> held) {

    public Removal {
      held = Collections.unmodifiableMap(new TreeMap<>(held));
      held.values().forEach(Removal::requireSome);
    }

    /** Nothing was kept that is older. */
    public static Removal of(int removed) {
      return new Removal(removed, Map.of());
    }

    /** As {@link #of(int)}, with those that were kept; zero is none. */
    public static Removal of(int removed, HeldBack why, int held) {
      return new Removal(removed, held == 0 ? Map.of() : Map.of(why, held));
    }

    private static void requireSome(Integer count) {
      if (count < 1) {
        throw new IllegalArgumentException("what is held back is at least one");
      }
    }
  }
}
