package org.uitrol.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the timers were doing at one moment.
 *
 * @param armed how many timers wait, due ones included
 * @param due how many of them are due
 * @param overdue how many of those are due for longer than a minute
 * @param oldest the earliest due moment among the due ones, null when none is due
 * @param next the earliest due moment still to come, null when none is armed
 * @param failing those that threw when woken, at most a hundred, the longest due first
 * @param heartbeat when the scheduler last proved that it fires, by the database's clock; null when
 *     it never did
 * @param skew how far this node's clock is ahead of the database's; negative when it is behind
 * @param complaints what is wrong with the scheduler itself on this node, in plain words; empty
 *     when it is well
 */
public record TimerStatus(
    long armed,
    long due,
    long overdue,
    @Nullable Instant oldest,
    @Nullable Instant next,
    List<Failing> failing,
    @Nullable Instant heartbeat,
    Duration skew,
    List<String> complaints) {

  public TimerStatus {
    failing = List.copyOf(failing);
    complaints = List.copyOf(complaints);
  }

  /** Whether timers fire on this node; failing single timers don't change that. */
  public boolean isWell() {
    return complaints.isEmpty();
  }

  /**
   * A timer that threw when it was woken.
   *
   * @param key as it was armed
   * @param due the moment it was armed for
   * @param attempts how often it was tried, at least once
   * @param nextTry when it is tried again
   * @param lastError the kind and message of the last exception, cut to a readable length
   */
  public record Failing(String key, Instant due, int attempts, Instant nextTry, String lastError) {}
}
