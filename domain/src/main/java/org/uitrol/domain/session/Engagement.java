package org.uitrol.domain.session;

import java.time.LocalDate;

/** When somebody sits in a session. */
public record Engagement(LocalDate date, Slot slot) {

  /** The time that a session at a place takes. */
  public static Engagement at(Place place) {
    return new Engagement(place.start().toLocalDate(), Slot.of(place));
  }

  public boolean overlaps(Engagement other) {
    return date.equals(other.date) && slot.overlaps(other.slot);
  }
}
