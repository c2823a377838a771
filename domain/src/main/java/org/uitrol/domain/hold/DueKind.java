package org.uitrol.domain.hold;

/** What can be past due. */
public enum DueKind {
  /** A mail in the outbox. */
  MAIL,
  /** A moment at which something was to happen. */
  TIMER,
  /** A message to a channel. */
  MESSAGE,
  /** A checkpoint for those who keep them. */
  HANDOUT
}
