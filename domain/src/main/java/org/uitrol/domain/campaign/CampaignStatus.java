package org.uitrol.domain.campaign;

/** Where a campaign stands. */
public enum CampaignStatus {
  DRAFTED,
  IN_REVIEW,
  APPROVED,
  RUNNING,
  PAUSED,
  COMPLETED,
  CANCELLED
}
