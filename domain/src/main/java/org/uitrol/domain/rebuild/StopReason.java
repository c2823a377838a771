package org.uitrol.domain.rebuild;

/** Why a view wasn't filled to the end. */
public enum StopReason {
  /** Somebody stopped it. */
  BY_SOMEBODY,
  /** An event couldn't be shown. */
  FAILED
}
