package org.uitrol.application.communication.inbound;

/**
 * What a message says about one recipient of a mail of ours.
 *
 * @param recipient the address it is about, as the report gives it; empty when it hides it
 * @param sentTo the address that the mail was sent to, when the report tells it from the recipient
 *     (an alias, a forwarding); empty otherwise
 * @param kind what it means for the address
 * @param cause why
 * @param status the enhanced status code (RFC 3463), or empty
 * @param replyCode the reply code of the server (RFC 5321), or 0
 * @param settled whether the matter is closed: false for a warning that delivery takes long
 */
public record Notice(
    String recipient,
    String sentTo,
    Kind kind,
    Cause cause,
    String status,
    int replyCode,
    boolean settled) {

  /** What a notice means for an address. */
  public enum Kind {
    /** Nothing will ever arrive there. */
    HARD,
    /**
     * The address may well be good: a full mailbox, a delay, a refusal of this one message. Reports
     * of sending services that say how a mail fared are of this kind too; their cause tells.
     */
    SOFT,
    /** Somebody reported the mail as unwanted (RFC 5965). */
    COMPLAINT,
    /** A program answered for somebody (RFC 3834). */
    AUTO_REPLY
  }

  /** Whether the mail came to grief, for good. */
  public boolean isFailure() {
    return settled
        && (kind == Kind.HARD || kind == Kind.SOFT)
        && cause != Cause.DELIVERED
        && !isComplaint();
  }

  /** Whether the reader doesn't want such mail. */
  public boolean isComplaint() {
    return cause == Cause.COMPLAINT;
  }
}
