package org.uitrol.domain.hold;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.hold.HoldCommand.BeginHold;
import org.uitrol.domain.hold.HoldCommand.DiscardDue;
import org.uitrol.domain.hold.HoldCommand.ReleaseDue;
import org.uitrol.domain.hold.HoldCommand.ReleaseHold;
import org.uitrol.domain.hold.HoldEvent.DueDiscarded;
import org.uitrol.domain.hold.HoldEvent.DueReleased;
import org.uitrol.domain.hold.HoldEvent.HoldBegan;
import org.uitrol.domain.hold.HoldEvent.HoldReleased;
import org.uitrol.domain.shared.HoldId;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;

/**
 * Whether what is past due is kept from leaving. A person ends it, with a reason.
 *
 * @param number which hold it is, counted from 1
 * @param on whether it lasts
 */
public record Hold(HoldId id, int number, HoldCause cause, Instant beganAt, boolean on) {

  /** Begins it; nothing while it lasts. */
  public static List<HoldEvent> begin(@Nullable Hold hold, BeginHold command) {
    return hold != null && hold.on
        ? List.of()
        : List.of(
            new HoldBegan(
                HoldId.OWN, hold == null ? 1 : hold.number + 1, command.cause(), command.at()));
  }

  /**
   * Lets some go.
   *
   * @throws Rejected {@code HOLD_OVER}; {@code REASON_MISSING}; {@code NOTHING_CHOSEN}
   */
  public List<HoldEvent> releaseDue(ReleaseDue command) {
    require(command.reason());
    List<DueItem> items = chosen(command.items());
    return List.of(
        new DueReleased(id, number, items, command.reason().strip(), command.by(), command.at()));
  }

  /**
   * Has some never happen.
   *
   * @throws Rejected {@code HOLD_OVER}; {@code REASON_MISSING}; {@code NOTHING_CHOSEN}
   */
  public List<HoldEvent> discardDue(DiscardDue command) {
    require(command.reason());
    List<DueItem> items = chosen(command.items());
    return List.of(
        new DueDiscarded(id, number, items, command.reason().strip(), command.by(), command.at()));
  }

  /**
   * Ends it.
   *
   * @throws Rejected {@code HOLD_OVER}; {@code REASON_MISSING}
   */
  public List<HoldEvent> release(ReleaseHold command) {
    require(command.reason());
    Map<DueKind, Integer> some = new TreeMap<>(command.due());
    some.values().removeIf(count -> count == 0);
    return List.of(
        new HoldReleased(id, number, some, command.reason().strip(), command.by(), command.at()));
  }

  private void require(String reason) {
    if (!on) {
      throw new Rejected("HOLD_OVER");
    }
    Reasons.require(reason);
  }

  private static List<DueItem> chosen(List<DueItem> items) {
    if (items.isEmpty()) {
      throw new Rejected("NOTHING_CHOSEN");
    }
    return items.stream().distinct().sorted().toList();
  }

  /** The state after one event; the first one begins it. */
  public static Hold evolve(@Nullable Hold hold, HoldEvent event) {
    if (event instanceof HoldBegan began) {
      return new Hold(began.hold(), began.number(), began.cause(), began.at(), true);
    }
    if (hold == null) {
      throw new IllegalStateException("a hold can't begin with " + event);
    }
    if (event instanceof DueReleased || event instanceof DueDiscarded) {
      return hold;
    } else if (event instanceof HoldReleased) {
      return new Hold(hold.id, hold.number, hold.cause, hold.beganAt, false);
    }
    throw new IllegalStateException("no rule for " + event);
  }
}
