package org.uitrol.domain.shared;

import java.time.LocalDate;

/** One room on one date, for instance {@code room/b12/2027-01-14}. */
public record RoomDayId(String value) implements Id {

  public RoomDayId {
    Ids.requireText(value);
  }

  public static RoomDayId of(String room, LocalDate date) {
    return new RoomDayId("room/" + room + "/" + date);
  }

  @Override
  public String toString() {
    return value;
  }
}
