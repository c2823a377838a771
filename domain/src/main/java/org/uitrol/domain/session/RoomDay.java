package org.uitrol.domain.session;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.RoomDayCommand.CloseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReleaseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReopenRoom;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.RoomDayEvent.RoomClosed;
import org.uitrol.domain.session.RoomDayEvent.RoomReleased;
import org.uitrol.domain.session.RoomDayEvent.RoomReopened;
import org.uitrol.domain.session.RoomDayEvent.RoomReserved;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SessionId;

/**
 * One room on one date: no two sessions in it at the same time. A presenter and a department are
 * booked in the same way, since they can't be in two places either.
 *
 * @param reserved what it is booked for
 * @param closed whether it can't be used on that date
 */
public record RoomDay(Map<SessionId, Slot> reserved, boolean closed) {

  private static final RoomDay EMPTY = new RoomDay(Map.of(), false);

  public static List<RoomDayEvent> reserve(@Nullable RoomDay day, ReserveRoom command) {
    Map<SessionId, Slot> reserved = (day == null ? EMPTY : day).reserved;
    if (command.slot().equals(reserved.get(command.session()))) {
      return List.of();
    }
    if (day != null && day.closed) {
      throw new Rejected("ROOM_TAKEN", Map.of("from", LocalTime.MIN, "to", LocalTime.MAX));
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

  /** What was booked stays so until it is given back: its people are still to hear of it. */
  public static List<RoomDayEvent> close(@Nullable RoomDay day, CloseRoom command) {
    return day != null && day.closed
        ? List.of()
        : List.of(new RoomClosed(command.roomDay(), command.at()));
  }

  public static List<RoomDayEvent> reopen(@Nullable RoomDay day, ReopenRoom command) {
    return day != null && day.closed
        ? List.of(new RoomReopened(command.roomDay(), command.at()))
        : List.of();
  }

  /** The state after one event. */
  public static RoomDay evolve(@Nullable RoomDay day, RoomDayEvent event) {
    RoomDay before = day == null ? EMPTY : day;
    if (event instanceof RoomReserved one) {
      return new RoomDay(Copies.with(before.reserved, one.session(), one.slot()), before.closed);
    } else if (event instanceof RoomReleased one) {
      return new RoomDay(Copies.without(before.reserved, one.session()), before.closed);
    } else if (event instanceof RoomClosed) {
      return new RoomDay(before.reserved, true);
    } else if (event instanceof RoomReopened) {
      return new RoomDay(before.reserved, false);
    }
    throw new IllegalStateException("a room doesn't know " + event);
  }
}
