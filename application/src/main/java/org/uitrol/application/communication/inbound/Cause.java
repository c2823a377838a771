package org.uitrol.application.communication.inbound;

/**
 * Why a mail didn't arrive, in the classes that mail servers themselves tell apart.
 *
 * <p>A report without a status gets one: class 4 or 5, subject 0 and the number here. RFC 3463
 * leaves these numbers free; they are those that other readers of reports use too.
 */
public enum Cause {
  /** There is no such mailbox. */
  UNKNOWN_USER(911, true),
  /** There is no such domain, or none that takes mail. */
  UNKNOWN_HOST(912, true),
  /** The mailbox has moved and nothing is forwarded. */
  MOVED(916, true),
  /** The domain takes no mail (RFC 7505). */
  NO_MAIL_THERE(932, true),
  MAILBOX_FULL(922, false),
  /** The mailbox is there, and disabled. */
  SUSPENDED(921, false),
  /** Refused after the server, or the reader's own rules, had seen the message. */
  FILTERED(910, false),
  /** Refused because of its sender. */
  REJECTED(918, false),
  /** Refused because of the server that sent it. */
  BLOCKED(971, false),
  /** The server that sent it has no name, or the wrong one. */
  NO_REVERSE_NAME(973, false),
  /** SPF, DKIM or DMARC failed. */
  NOT_AUTHENTICATED(972, false),
  /** A rule of the receiving organisation. */
  POLICY(972, false),
  SECURITY(970, false),
  REPUTATION(975, false),
  SPAM(980, false),
  VIRUS(971, false),
  CONTENT(960, false),
  TOO_BIG(934, false),
  RELAYING_DENIED(909, false),
  /** Too many connections, or too much mail at once. */
  TOO_MUCH(945, false),
  /** Come back later: greylisting and its like. */
  LATER(901, false),
  /** The server gave up, or goes on trying. */
  EXPIRED(947, false),
  NETWORK(944, false),
  SYSTEM(930, false),
  SYSTEM_FULL(931, false),
  /** A program that should have taken it failed. */
  MAILER(939, false),
  SYNTAX(902, false),
  /** It doesn't say why. */
  UNSAID(901, false),
  /** No failure: it did arrive. */
  DELIVERED(0, false),
  /** The reader called it unwanted (RFC 5965). */
  COMPLAINT(0, false),
  /** A report by RFC 5965 that nobody's wish is behind, such as a failed authentication. */
  OTHER_FEEDBACK(0, false),
  /** Nobody reads it just now (RFC 3834). */
  AWAY(0, false);

  private final int number;
  private final boolean hard;

  Cause(int number, boolean hard) {
    this.number = number;
    this.hard = hard;
  }

  /** Whether no mail will ever arrive at this address as it is. */
  public boolean isHard() {
    return hard;
  }

  /** The status for a report that gives none; empty when there is nothing to report. */
  public String status(boolean temporary) {
    if (number == 0) {
      return "";
    }
    int detail = this == FILTERED && temporary ? 924 : number;
    return (temporary ? "4.0." : "5.0.") + detail;
  }
}
