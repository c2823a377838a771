package org.uitrol.domain.followup;

/** How a follow-up ended. */
public enum FollowUpOutcome {
  /** The person did it. */
  DONE,
  /** A manager decided that it isn't needed. */
  DROPPED,
  /** The person left the department. */
  LEFT,
  /** The campaign was cancelled. */
  CANCELLED
}
