package org.uitrol.application.session.port;

import org.uitrol.application.communication.port.CalendarPart;

/** Writes invitations for calendars. Safe for use by several threads. */
public interface InvitationWriter {

  /** The invitation as an iTIP message (RFC 5545, RFC 5546); the same one gives the same text. */
  CalendarPart write(CalendarInvitation invitation);
}
