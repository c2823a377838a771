package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.Comparator;

/**
 * A moment in a history. What happened at the same instant is told apart by its place in the
 * record.
 *
 * @param place in the record; 0 comes before all that is recorded of that instant
 */
public record Moment(Instant at, long place) implements Comparable<Moment> {

  /** After all that happens. */
  public static final Moment NEVER = new Moment(Instant.MAX, Long.MAX_VALUE);

  private static final Comparator<Moment> ORDER =
      Comparator.comparing(Moment::at).thenComparingLong(Moment::place);

  /** Before anything that is recorded of an instant. */
  public static Moment begin(Instant at) {
    return new Moment(at, 0);
  }

  @Override
  public int compareTo(Moment other) {
    return ORDER.compare(this, other);
  }
}
