package org.uitrol.application.channel.port;

import org.uitrol.application.channel.port.ChannelAddresses.Address;
import org.uitrol.domain.channel.ChannelKind;

/** Hands messages to channels. Safe for many threads; holds no database connection. */
public interface ChannelTransport {

  /**
   * Hands over one message.
   *
   * @param message its id, the same for every try
   */
  Answer post(ChannelKind kind, Address address, String message, byte[] body);

  /**
   * What was heard.
   *
   * @param text short, and without anything secret: a status or the kind of failure
   */
  record Answer(Outcome outcome, String text) {}

  /** What it means. */
  enum Outcome {
    TAKEN,
    NOT_TAKEN,
    /** Nobody will ever be there again. */
    GONE
  }
}
