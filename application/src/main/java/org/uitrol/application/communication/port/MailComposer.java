package org.uitrol.application.communication.port;

/** Makes a message of a mail. Safe for use by several threads. */
public interface MailComposer {

  /**
   * The message (RFC 5322, MIME) in 7-bit ASCII with lines of at most 998 characters ended by CRLF.
   * The same mail gives the same bytes; keep them, so that a second attempt sends those of the
   * first.
   */
  byte[] compose(OutgoingMail mail);
}
