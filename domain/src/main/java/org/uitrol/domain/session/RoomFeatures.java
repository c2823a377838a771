package org.uitrol.domain.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else a plan tells of a room, for whoever looks for a place.
 *
 * @param location the site it is on, as the directory names sites; null where that doesn't matter
 * @param equipment what is in it, by the words that meetings use for what they need
 * @param hours when it can be booked on a working day; null for as long as the calendar says
 */
public record RoomFeatures(
    @Nullable String location, List<String> equipment, @Nullable Slot hours) {

  static final RoomFeatures NONE = new RoomFeatures(null, List.of(), null);

  @SuppressWarnings("ConstantValue") // A plan without equipment may not name it.
  public RoomFeatures {
    equipment = equipment == null ? List.of() : List.copyOf(equipment);
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
