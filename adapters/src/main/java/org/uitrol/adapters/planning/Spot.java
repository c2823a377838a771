package org.uitrol.adapters.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.timetable.Rule;

/**
 * Where a session could be.
 *
 * @param number its turn in the order of preference
 * @param day how many dates on which sessions may be lie before it
 * @param roomTurn how many rooms of the meeting are preferred to this one
 * @param location the site of the room; null when it doesn't matter
 * @param objection what keeps new sessions from it; null when nothing does
 * @param booking what keeps every session from it; null when nothing does
 */
record Spot(
    int number,
    Place place,
    int day,
    int roomTurn,
    @Nullable String location,
    @Nullable Rule objection,
    @Nullable Rule booking) {

  LocalDate date() {
    return place.start().toLocalDate();
  }

  LocalTime from() {
    return place.start().toLocalTime();
  }

  LocalTime to() {
    return from().plusMinutes(place.minutes());
  }

  String room() {
    return place.room().id();
  }

  /** There are as many as hours and rooms: compared by number alone. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Spot spot && spot.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
