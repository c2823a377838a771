package org.uitrol.application.channel.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
   * @param pause how long the receiver asks to be left alone, if it does
   */
  record Answer(Outcome outcome, String text, @Nullable Duration pause) {

    /** One that asks for nothing. */
    public Answer(Outcome outcome, String text) {
      this(outcome, text, null);
    }
  }

  /** What it means. */
  enum Outcome {
    TAKEN,
    /** This message isn't wanted now; another one may be. */
    REFUSED,
    /** Nothing is taken now, whatever it is. */
    AWAY,
    /** Nobody will ever be there again. */
    GONE
  }
}
