package org.uitrol.domain.hold;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.HoldId;

/** What happened to what is past due. */
public sealed interface HoldEvent extends DomainEvent {

  HoldId hold();

  /** Which hold it is, counted from 1. */
  int number();

  /** {@code hold.began}: nothing that is past due leaves from here on. */
  record HoldBegan(HoldId hold, int number, HoldCause cause, Instant at) implements HoldEvent {}

  /**
   * {@code hold.due-released}: a person lets some of it go.
   *
   * @param items what, in their order
   */
  record DueReleased(
      HoldId hold, int number, List<DueItem> items, String reason, AccountId by, Instant at)
      implements HoldEvent {

    public DueReleased {
      items = List.copyOf(items);
    }
  }

  /**
   * {@code hold.due-discarded}: a person decides that some of it never happens.
   *
   * @param items what, in their order
   */
  record DueDiscarded(
      HoldId hold, int number, List<DueItem> items, String reason, AccountId by, Instant at)
      implements HoldEvent {

    public DueDiscarded {
      items = List.copyOf(items);
    }
  }

  /**
   * {@code hold.released}: a person lets all of it go.
   *
   * @param due how much of what was past due then
   */
  record HoldReleased(
      HoldId hold, int number, Map<DueKind, Integer> due, String reason, AccountId by, Instant at)
      implements HoldEvent {

    public HoldReleased {
      due = Collections.unmodifiableMap(new TreeMap<>(due));
    }
  }
}
