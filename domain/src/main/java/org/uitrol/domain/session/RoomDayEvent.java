package org.uitrol.domain.session;

import java.time.Instant;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;

/** What happened to a room on one date. */
public sealed interface RoomDayEvent extends DomainEvent {

  RoomDayId roomDay();

  /** {@code room.reserved}. */
  record RoomReserved(RoomDayId roomDay, SessionId session, Slot slot, Instant at)
      implements RoomDayEvent {}

  /** {@code room.released}. */
  record RoomReleased(RoomDayId roomDay, SessionId session, Instant at) implements RoomDayEvent {}

  /** {@code room.closed}: nothing can be booked; what is booked has to go elsewhere. */
  record RoomClosed(RoomDayId roomDay, Instant at) implements RoomDayEvent {}

  /** {@code room.reopened}. */
  record RoomReopened(RoomDayId roomDay, Instant at) implements RoomDayEvent {}
}
