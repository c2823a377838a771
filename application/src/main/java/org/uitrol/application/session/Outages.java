package org.uitrol.application.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.session.RoomDayCommand;
import org.uitrol.domain.session.RoomDayCommand.CloseRoom;
import org.uitrol.domain.session.RoomDayCommand.ReopenRoom;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RoomDayId;

/**
 * Rooms and presenters that drop out for some days. Nothing is booked with them then; what is
 * booked stays until somebody accepts a proposal of where it goes.
 */
@Component
public class Outages {

  private static final int MOST_DAYS = 366;

  private final CommandDesk desk;

  public Outages(CommandDesk desk) {
    this.desk = desk;
  }

  /** What drops out, on the dates from the first to the last. */
  public record Outage(Function<LocalDate, RoomDayId> what, LocalDate first, LocalDate last) {

    public static Outage ofRoom(String room, LocalDate first, LocalDate last) {
      return new Outage(date -> RoomDayId.ofRoom(room, date), first, last);
    }

    public static Outage ofPresenter(PersonId person, LocalDate first, LocalDate last) {
      return new Outage(date -> RoomDayId.ofPresenter(person, date), first, last);
    }

    private List<RoomDayId> days() {
      if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
        throw new Rejected("DATES_INVALID", Map.of("most", MOST_DAYS));
      }
      return first.datesUntil(last.plusDays(1)).map(what).toList();
    }
  }

  /**
   * It can't be used on those dates.
   *
   * @throws Rejected {@code DATES_INVALID}
   */
  public void close(Outage outage, Actor actor) {
    Instant at = desk.now();
    send(outage.days().stream().map(day -> new CloseRoom(day, at)).toList(), actor);
  }

  /**
   * It can be used after all.
   *
   * @throws Rejected {@code DATES_INVALID}
   */
  public void reopen(Outage outage, Actor actor) {
    Instant at = desk.now();
    send(outage.days().stream().map(day -> new ReopenRoom(day, at)).toList(), actor);
  }

  private void send(List<? extends RoomDayCommand> commands, Actor actor) {
    desk.sendAll(commands, actor);
  }
}
