package org.uitrol.domain.hold;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.HoldId;

/** What can be asked about what is past due. */
public sealed interface HoldCommand extends Command {

  @Override
  default HoldId target() {
    return HoldId.OWN;
  }

  /** Keeps everything that is past due. */
  record BeginHold(HoldCause cause, Instant at) implements HoldCommand {}

  /**
   * Lets some of it go.
   *
   * @param items what; at least one
   * @param reason why
   */
  record ReleaseDue(List<DueItem> items, String reason, AccountId by, Instant at)
      implements HoldCommand {

    public ReleaseDue {
      items = List.copyOf(items);
    }
  }

  /**
   * Has some of it never happen.
   *
   * @param items what; at least one
   * @param reason why
   */
  record DiscardDue(List<DueItem> items, String reason, AccountId by, Instant at)
      implements HoldCommand {

    public DiscardDue {
      items = List.copyOf(items);
    }
  }

  /**
   * Lets all of it go.
   *
   * @param due how much of what is past due
   * @param reason why
   */
  record ReleaseHold(Map<DueKind, Integer> due, String reason, AccountId by, Instant at)
      implements HoldCommand {

    public ReleaseHold {
      due = Collections.unmodifiableMap(new TreeMap<>(due));
    }
  }
}
