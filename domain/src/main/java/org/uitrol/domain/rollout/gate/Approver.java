package org.uitrol.domain.rollout.gate;

import org.uitrol.domain.shared.Keys;

/** Who can be asked to approve that a department leaves a stage. */
public enum Approver {
  CHANGE_MANAGER,
  WORKS_COUNCIL,
  ADMIN;

  /** As campaign files write it, for instance {@code works-council}. */
  public String key() {
    return Keys.of(this);
  }
}
