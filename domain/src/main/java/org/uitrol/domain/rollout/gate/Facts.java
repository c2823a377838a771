package org.uitrol.domain.rollout.gate;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a condition can ask for, by dotted name, for instance {@code responses.rate}.
 *
 * @param values numbers as {@link Double}, truth values as {@link Boolean}, the rest as {@link
 *     String}; shares lie between 0 and 1
 */
public record Facts(SortedMap<String, Object> values) {

  public Facts {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Facts of(Map<String, ?> values) {
    return new Facts(new TreeMap<>(values));
  }

  /** These facts with others added; where both have a name, the other's value wins. */
  public Facts with(Map<String, ?> others) {
    SortedMap<String, Object> all = new TreeMap<>(values);
    all.putAll(others);
    return new Facts(all);
  }
}
