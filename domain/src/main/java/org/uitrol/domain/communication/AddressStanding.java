package org.uitrol.domain.communication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.AddressCommand.ReleaseAddress;
import org.uitrol.domain.communication.AddressCommand.ReportReturn;
import org.uitrol.domain.communication.AddressEvent.AddressReleased;
import org.uitrol.domain.communication.AddressEvent.AddressSuppressed;
import org.uitrol.domain.communication.AddressEvent.MailReturned;
import org.uitrol.domain.communication.AddressEvent.Why;
import org.uitrol.domain.shared.DispatchId;

/**
 * Whether mail to a person's address makes sense (decision 0027). An address that doesn't exist is
 * suppressed at once. One whose mail comes back for another reason (a full mailbox, an outage) is
 * suppressed after {@value #MOST_IN_A_ROW} different mails in a row over at least a week: a shorter
 * trouble is the server's, not the address's. A mail that got through begins the row anew.
 *
 * @param returned mails that came back and still count, the oldest first
 * @param suppressed why no mail goes there; null when mail does
 */
public record AddressStanding(List<Return> returned, @Nullable Why suppressed) {

  static final int MOST_IN_A_ROW = 3;
  static final Duration AT_LEAST = Duration.ofDays(7);

  private static final AddressStanding FRESH = new AddressStanding(List.of(), null);

  /** A mail that came back. */
  public record Return(DispatchId dispatch, boolean hard, Instant at) {}

  public AddressStanding {
    returned = List.copyOf(returned);
  }

  /** The same mail counts once, unless it now says that the address is wrong. */
  public static List<AddressEvent> report(
      @Nullable AddressStanding standing, ReportReturn command) {
    AddressStanding before = standing == null ? FRESH : standing;
    boolean known =
        before.returned.stream()
            .anyMatch(
                one -> one.dispatch.equals(command.dispatch()) && (one.hard || !command.hard()));
    if (known || before.suppressed != null) {
      return List.of();
    }
    MailReturned returned =
        new MailReturned(
            command.person(),
            command.dispatch(),
            command.hard(),
            command.status(),
            command.worked(),
            command.at());
    AddressStanding after = evolve(standing, returned);
    Why why = command.hard() ? Why.WRONG : after.isTooMuch() ? Why.RETURNS : null;
    return why == null
        ? List.of(returned)
        : List.of(
            returned, new AddressSuppressed(command.person(), why, command.status(), command.at()));
  }

  public static List<AddressEvent> release(
      @Nullable AddressStanding standing, ReleaseAddress command) {
    AddressStanding before = standing == null ? FRESH : standing;
    boolean lifts = command.by() == null ? !before.equals(FRESH) : before.suppressed != null;
    return lifts
        ? List.of(new AddressReleased(command.person(), command.by(), command.at()))
        : List.of();
  }

  /** The state after one event. */
  public static AddressStanding evolve(@Nullable AddressStanding standing, AddressEvent event) {
    AddressStanding before = standing == null ? FRESH : standing;
    if (event instanceof MailReturned returned) {
      List<Return> row = new ArrayList<>();
      for (Return one : before.returned) {
        Instant worked = returned.worked();
        boolean counts = worked == null || one.at.isAfter(worked);
        if (counts && !one.dispatch.equals(returned.dispatch())) {
          row.add(one);
        }
      }
      row.add(new Return(returned.dispatch(), returned.hard(), returned.at()));
      return new AddressStanding(row, before.suppressed);
    } else if (event instanceof AddressSuppressed suppressed) {
      return new AddressStanding(before.returned, suppressed.why());
    } else if (event instanceof AddressReleased) {
      return FRESH;
    }
    throw new IllegalStateException("an address doesn't know " + event);
  }

  private boolean isTooMuch() {
    return returned.size() >= MOST_IN_A_ROW
        && !returned.get(0).at.plus(AT_LEAST).isAfter(returned.get(returned.size() - 1).at);
  }
}
