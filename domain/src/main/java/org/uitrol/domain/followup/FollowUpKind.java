package org.uitrol.domain.followup;

/** What a follow-up is for. */
public enum FollowUpKind {
  /** Somebody should still do what others have done. */
  CHASE,
  /** Somebody has a task. */
  TASK
}
