package org.uitrol.domain.session;

import java.time.Instant;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;

/** What can be asked of a room on one date. */
public sealed interface RoomDayCommand extends Command {

  RoomDayId roomDay();

  @Override
  default RoomDayId target() {
    return roomDay();
  }

  /** Keeps the room for a session; for the same session again it moves the reservation. */
  record ReserveRoom(RoomDayId roomDay, SessionId session, Slot slot, Instant at)
      implements RoomDayCommand {}

  /** Gives the room back. */
  record ReleaseRoom(RoomDayId roomDay, SessionId session, Instant at) implements RoomDayCommand {}

  /** It drops out on that date: out of order, or the person is away. */
  record CloseRoom(RoomDayId roomDay, Instant at) implements RoomDayCommand {}

  /** It can be booked on that date after all. */
  record ReopenRoom(RoomDayId roomDay, Instant at) implements RoomDayCommand {}
}
