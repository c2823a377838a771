package org.uitrol.domain.communication;

/** Why a mail waits. */
public enum PostponeReason {
  /** The person has had as many optional mails in seven days as the plan allows. */
  LOAD,
  /** The person was asked to answer another survey not long ago. */
  REST,
  /** The campaign is paused. */
  PAUSED,
  /** The organisation is closed on that day. */
  CLOSED,
  /** It is outside the hours in which mail is sent. */
  QUIET
}
