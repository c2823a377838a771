package org.uitrol.domain.rollout.gate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of checking one condition.
 *
 * @param condition the expression
 * @param result whether it holds
 * @param seen the facts that it asks for and that are known
 */
public record Finding(String condition, Result result, SortedMap<String, Object> seen) {

  public Finding {
    seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
  }

  /** Whether a condition holds. */
  public enum Result {
    HOLDS,
    FAILS,
    /** A fact that it needs isn't known yet. */
    UNKNOWN
  }

  public boolean holds() {
    return result == Result.HOLDS;
  }
}
