package org.uitrol.domain.session.timetable;

/**
 * How good a timetable is; 0 is best in each, and the first that differs decides.
 *
 * @param broken how many rules it breaks
 * @param unseated how many people have no seat, or one to which they can't come
 * @param cost what else could be better: later dates, more sessions, rooms that are less preferred
 *     and so on
 */
public record Rating(long broken, long unseated, long cost) implements Comparable<Rating> {

  @Override
  public int compareTo(Rating other) {
    int first = Long.compare(broken, other.broken);
    int second = first == 0 ? Long.compare(unseated, other.unseated) : first;
    return second == 0 ? Long.compare(cost, other.cost) : second;
  }
}
