package org.uitrol.domain.survey.result;

import java.util.Comparator;

/**
 * People who share one trait.
 *
 * @param value what they share, for instance a function; of a department, its rollout
 */
public record Group(Breakdown by, String value) implements Comparable<Group> {

  public static final Group EVERYBODY = new Group(Breakdown.EVERYBODY, "");

  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::by).thenComparing(Group::value);

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }
}
