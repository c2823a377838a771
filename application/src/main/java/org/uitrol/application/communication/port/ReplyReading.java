package org.uitrol.application.communication.port;

import java.util.Optional;
import org.uitrol.application.communication.inbound.CalendarReply;

/** Reads calendar messages that came in (RFC 5545, RFC 5546). Safe for use by several threads. */
public interface ReplyReading {

  /** What a calendar object asks or answers; empty when it isn't one that can be read. */
  Optional<CalendarReply> read(String calendar);
}
