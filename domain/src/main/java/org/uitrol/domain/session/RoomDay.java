package org.uitrol.domain.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.RoomDayCommand.ReleaseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.RoomDayEvent.RoomReleased;
import org.uitrol.domain.session.RoomDayEvent.RoomReserved;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SessionId;

/**
 * One room on one date: no two sessions in it at the same time. A presenter and a department are
 * booked in the same way, since they can't be in two places either.
 */
public record RoomDay(Map<SessionId, Slot> reserved) {

  public static List<RoomDayEvent> reserve(@Nullable RoomDay day, ReserveRoom command) {
    Map<SessionId, Slot> reserved = day == null ? Map.of() : day.reserved;
    if (command.slot().equals(reserved.get(command.session()))) {
      return List.of();
    }
    reserved.forEach(
        (session, slot) -> {
          if (!session.equals(command.session()) && slot.overlaps(command.slot())) {
            throw new Rejected("ROOM_TAKEN", Map.of("from", slot.from(), "to", slot.to()));
          }
        });
    return List.of(
        new RoomReserved(command.roomDay(), command.session(), command.slot(), command.at()));
  }

  /** What isn't booked can't be given back: it stays as it is, also on a day without bookings. */
  public static List<RoomDayEvent> release(@Nullable RoomDay day, ReleaseRoom command) {
    return day != null && day.reserved.containsKey(command.session())
        ? List.of(new RoomReleased(command.roomDay(), command.session(), command.at()))
        : List.of();
  }

  /** The state after one event. */
  public static RoomDay evolve(@Nullable RoomDay day, RoomDayEvent event) {
    Map<SessionId, Slot> reserved = day == null ? Map.of() : day.reserved;
    if (event instanceof RoomReserved one) {
      return new RoomDay(Copies.with(reserved, one.session(), one.slot()));
    } else if (event instanceof RoomReleased one) {
      return new RoomDay(Copies.without(reserved, one.session()));
    }
    throw new IllegalStateException("a room doesn't know " + event);
  }
}
