package org.uitrol.domain.rebuild;

import java.time.Instant;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DomainEvent;

/** What happened about filling a view anew. */
public sealed interface RebuildEvent extends DomainEvent {

  /** Which view, by the name of its processing group, for instance {@code view.rollout}. */
  String view();

  /**
   * {@code rebuild.begun}: beside the present view another one is filled.
   *
   * @param run its identifier
   * @param by who asked for it
   */
  record RebuildBegun(String view, String run, AccountId by, Instant at) implements RebuildEvent {}

  /**
   * {@code rebuild.switched}: the new view is the present one.
   *
   * @param position of the last event that it holds
   * @param events how many it was filled with
   * @param rows how many rows it has
   * @param missing how many of them the old one lacked or had otherwise
   * @param surplus how many rows the old one had that the new one lacks or has otherwise
   */
  record RebuildSwitched(
      String view,
      String run,
      long position,
      long events,
      long rows,
      long missing,
      long surplus,
      Instant at)
      implements RebuildEvent {}

  /** {@code rebuild.stopped}: the old view remains. */
  record RebuildStopped(String view, String run, StopReason reason, Instant at)
      implements RebuildEvent {}
}
