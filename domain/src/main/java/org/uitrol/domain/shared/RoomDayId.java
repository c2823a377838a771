package org.uitrol.domain.shared;

/** One room on one date. */
public record RoomDayId(String value) implements Id {

  public RoomDayId {
    Ids.requireText(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
