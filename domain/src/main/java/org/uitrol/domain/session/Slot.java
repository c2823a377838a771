package org.uitrol.domain.session;

import java.time.LocalTime;

/** A part of one day in the room's own zone; the end is not in it. */
public record Slot(LocalTime from, LocalTime to) {

  public Slot {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("a slot must end after it begins");
    }
  }

  public boolean overlaps(Slot other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
