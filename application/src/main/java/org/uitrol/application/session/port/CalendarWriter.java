package org.uitrol.application.session.port;

import java.util.List;

/** Writes calendars to subscribe to. Safe for use by several threads. */
public interface CalendarWriter {

  /**
   * A read-only calendar of sessions (RFC 5545, RFC 7986); the same sessions give the same text.
   *
   * @param name what the calendar is called, in one line
   * @param sessions as their invitees know them; whom they invite is left out
   */
  String write(String name, List<CalendarInvitation> sessions);
}
