package org.uitrol.domain.retention;

/** Why something is kept though its time is over. */
public enum HeldBack {
  /** A campaign that is under way counts by it. */
  CAMPAIGN_NEEDS_IT,
  /** Nobody has decided about it yet. */
  UNDECIDED,
  /** Somebody decided that it stays. */
  REFUSED,
  /** The person leads a campaign, owes an answer or presents a session. */
  STILL_RESPONSIBLE,
  /** Somebody else was asked to agree, and hasn't yet. */
  WAITS_FOR_SOMEBODY
}
