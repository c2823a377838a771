package org.uitrol.domain.session;

import java.time.LocalTime;

/** A part of one day in the room's own zone; the end is not in it. */
public record Slot(LocalTime from, LocalTime to) {

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  public Slot {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("a slot must end after it begins");
    }
  }

  /** The time that a session at a place takes. */
  public static Slot of(Place place) {
    return starting(place.start().toLocalTime(), place.minutes());
  }

  /** So many minutes from a time on; what would go on after midnight ends with the day. */
  public static Slot starting(LocalTime from, int minutes) {
    int left = MINUTES_OF_A_DAY - from.toSecondOfDay() / 60;
    return new Slot(from, minutes < left ? from.plusMinutes(minutes) : LocalTime.MAX);
  }

  /** Whether all of another slot is in this one. */
  public boolean holds(Slot other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  public boolean overlaps(Slot other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
