package org.uitrol.domain.rollout;

/** Where a department's rollout stands. A hold isn't a status: it only keeps a gate closed. */
public enum RolloutStatus {
  RUNNING,
  PAUSED,
  COMPLETED,
  CANCELLED;

  /** Whether nothing more comes of it. */
  public boolean isOver() {
    return this == COMPLETED || this == CANCELLED;
  }
}
