package org.uitrol.domain.shared;

import java.time.LocalDate;

/** One room, presenter or department on one date, for instance {@code room/b12/2027-01-14}. */
public record RoomDayId(String value) implements Id {

  public RoomDayId {
    Ids.requireText(value);
  }

  public static RoomDayId ofRoom(String room, LocalDate date) {
    return new RoomDayId("room/" + room + "/" + date);
  }

  public static RoomDayId ofPresenter(PersonId person, LocalDate date) {
    return new RoomDayId("presenter/" + person + "/" + date);
  }

  public static RoomDayId ofDepartment(DepartmentId department, LocalDate date) {
    return new RoomDayId("at-department/" + department + "/" + date);
  }

  @Override
  public String toString() {
    return value;
  }
}
