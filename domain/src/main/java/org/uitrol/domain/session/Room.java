package org.uitrol.domain.session;

import org.jspecify.annotations.Nullable;

/**
 * A place for a meeting.
 *
 * @param id its key in the plan
 * @param name as people know it, for instance {@code B.12}
 * @param seats how many people it holds, 1 or more
 * @param link where one joins, of an online room only
 * @param features what else the plan tells of it; null for nothing
 */
public record Room(
    String id, String name, int seats, @Nullable String link, @Nullable RoomFeatures features) {

  /** A room of which nothing else is told. */
  public Room(String id, String name, int seats, @Nullable String link) {
    this(id, name, seats, link, null);
  }

  /** The room as a session names it: what it is chosen by stays in the plan. */
  public Room booked() {
    return features == null ? this : new Room(id, name, seats, link);
  }

  /** What else is told of it. */
  public RoomFeatures known() {
    return features == null ? RoomFeatures.NONE : features;
  }
}
