package org.uitrol.domain.session;

import java.time.LocalTime;

/** A part of one day in the room's own zone; the end is not in it. */
public record Slot(LocalTime from, LocalTime to) {

  public Slot {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("a slot must end after it begins");
    }
  }

  /** The time that a session at a place takes. */
  public static Slot of(Place place) {
    LocalTime from = place.start().toLocalTime();
    return new Slot(from, from.plusMinutes(place.minutes()));
  }

  /** Whether all of another slot is in this one. */
  public boolean holds(Slot other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  public boolean overlaps(Slot other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
