package org.uitrol.application.communication.port;

import org.uitrol.application.communication.inbound.ReadMail;

/** Reads messages that came in. Pure: no input or output. Safe for use by several threads. */
public interface MailReading {

  /**
   * What a message says. Takes any bytes whatsoever and never throws; what it can't make out is of
   * the kind {@link ReadMail.Kind#OTHER}.
   */
  ReadMail read(byte[] raw);

  /**
   * What somebody wrote, without what they answer to and without their signature, as far as those
   * can be told. Takes any bytes whatsoever and never throws; empty when there are no words.
   */
  String words(byte[] raw);
}
