package org.uitrol.domain.campaign;

/** Where a campaign stands. */
public enum CampaignStatus {
  DRAFTED,
  IN_REVIEW,
  APPROVED,
  RUNNING,
  PAUSED,
  COMPLETED,
  CANCELLED;

  /** Whether it has begun and isn't over; a pause changes nothing about that. */
  public boolean isUnderWay() {
    return this == RUNNING || this == PAUSED;
  }

  /** Whether nothing more comes of it. */
  public boolean isOver() {
    return this == COMPLETED || this == CANCELLED;
  }
}
