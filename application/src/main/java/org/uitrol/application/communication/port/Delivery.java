package org.uitrol.application.communication.port;

/**
 * What became of one attempt to hand a message over. Texts are the server's, on one line, at most
 * 500 characters, without any e-mail address.
 */
public sealed interface Delivery {

  /** The server has taken the message and answers for it from now on. */
  record Accepted(String reply) implements Delivery {}

  /**
   * The server refused for now (4xx). Nothing was handed over; a later attempt may succeed.
   *
   * @param code the SMTP reply code, 400-499
   */
  record TemporaryFailure(int code, String text, Refused refused) implements Delivery {}

  /**
   * The server refused for good (5xx). Nothing was handed over; the same attempt fails again.
   *
   * @param code the SMTP reply code, 500-599
   */
  record PermanentFailure(int code, String text, Refused refused) implements Delivery {}

  /**
   * There was no conversation in which the message could be handed over: no connection, no TLS
   * where it is required, a log-in that was refused, or a connection lost before the message began.
   * Nothing was handed over; the cause lies with the server or the settings, not with the
   * recipient.
   */
  record Unreachable(String text) implements Delivery {}

  /**
   * The connection was lost after the message began and before the server's reply: it may have been
   * taken or not. A new attempt can send it twice.
   */
  record Uncertain(String text) implements Delivery {}

  /** What the server objected to. Only a refused recipient says something about the address. */
  enum Refused {
    SENDER,
    RECIPIENT,
    MESSAGE
  }
}
