package org.uitrol.application.communication.port;

/**
 * Hands messages over to a mail server.
 *
 * <p>Makes one attempt and never sends a message twice by itself: what to do after a failure is the
 * caller's decision. Not idempotent. Safe for use by several threads, each with a connection of its
 * own. Blocks until there is an answer or a time-out; hold no database connection meanwhile.
 */
public interface MailTransport {

  /**
   * Hands one message over for one recipient.
   *
   * @param message as made by {@link MailComposer}; goes out unchanged
   * @param envelopeFrom where bounces go
   * @return what became of it; failures are results, not exceptions
   */
  Delivery deliver(byte[] message, MailAddress envelopeFrom, MailAddress recipient);
}
