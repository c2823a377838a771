package org.uitrol.domain.survey.result;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is coarsely known of somebody who answers, fixed when the person is asked. What isn't known
 * is left out.
 */
public record Traits(Map<Breakdown, String> values) {

  public static final Traits NONE = new Traits(Map.of());

  public Traits {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** The text says nothing of the person, so that none can reach a log. */
  @Override
  public String toString() {
    return "Traits";
  }

  Traits with(Breakdown by, String value) {
    Map<Breakdown, String> more = new TreeMap<>(values);
    more.put(by, value);
    return new Traits(more);
  }

  /** Every group that the person belongs to. */
  SortedSet<Group> groups() {
    SortedSet<Group> groups = new TreeSet<>();
    groups.add(Group.EVERYBODY);
    values.forEach((by, value) -> groups.add(new Group(by, value)));
    return groups;
  }
}
