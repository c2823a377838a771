package org.uitrol.domain.channel;

/** Why a channel is told nothing. */
public enum PauseReason {
  /** Somebody paused it. */
  ASKED,
  /** It answers that it is gone for good (HTTP status 410). */
  GONE,
  /** A message couldn't be delivered for days. */
  FAILING
}
