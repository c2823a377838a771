package org.uitrol.domain.replay;

import java.time.Instant;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.StreamId;

/** What can be asked about filling a view anew. */
public sealed interface ReplayCommand extends Command {

  String view();

  @Override
  default StreamId target() {
    return Replay.stream(view());
  }

  /** Another view shall be filled beside the present one. */
  record BeginReplay(String view, String run, AccountId by, Instant at) implements ReplayCommand {}

  /** The new view is full, and takes the place of the old one. */
  record SwitchView(
      String view,
      String run,
      long position,
      long events,
      long rows,
      long missing,
      long surplus,
      Instant at)
      implements ReplayCommand {}

  /** The new view is given up. */
  record StopReplay(String view, String run, StopReason reason, Instant at)
      implements ReplayCommand {}
}
