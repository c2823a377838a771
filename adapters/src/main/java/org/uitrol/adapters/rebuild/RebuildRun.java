package org.uitrol.adapters.rebuild;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A view that is being filled anew.
 *
 * @param run which time this is
 * @param position of the last event that it has seen
 * @param events how many it was filled with
 * @param head of the last event that there is
 * @param stopping whether somebody asked to stop it
 * @param begunAt when it was begun, on the clock of the database
 * @param updatedAt when it went on last, on that clock
 */
public record RebuildRun(
    String view,
    String run,
    long position,
    long events,
    long head,
    boolean stopping,
    Instant begunAt,
    Instant updatedAt) {

  /** How far it is, in whole percents. */
  public int percent() {
    return head == 0 ? 100 : (int) Math.min(100, 100 * position / head);
  }

  /** How long it will still take at the pace so far; null while that can't be told. */
  public @Nullable Duration left() {
    if (position == 0 || head == 0) {
      return null;
    }
    Duration taken = Duration.between(begunAt, updatedAt);
    return taken.multipliedBy(Math.max(0, head - position)).dividedBy(position);
  }
}
