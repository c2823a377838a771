package org.uitrol.domain.rebuild;

import java.time.Instant;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.StreamId;

/** What can be asked about filling a view anew. */
public sealed interface RebuildCommand extends Command {

  String view();

  @Override
  default StreamId target() {
    return Rebuild.stream(view());
  }

  /** Another view shall be filled beside the present one. */
  record BeginRebuild(String view, String run, AccountId by, Instant at)
      implements RebuildCommand {}

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
      implements RebuildCommand {}

  /** The new view is given up. */
  record StopRebuild(String view, String run, StopReason reason, Instant at)
      implements RebuildCommand {}
}
