package org.uitrol.domain.communication;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;

/**
 * What goes into somebody's calendar with a mail.
 *
 * @param session the meeting; also the UID of the calendar item
 * @param method what the calendar does with it (RFC 5546)
 * @param sequence the session's sequence when the mail was asked for
 * @param previous where the session was before, when the mail tells of a change
 * @param reason why it was called off, if somebody said so
 */
public record Invitation(
    SessionId session,
    Method method,
    int sequence,
    Text title,
    Place place,
    @Nullable Place previous,
    @Nullable String reason) {

  /** The methods of RFC 5546 that Uitrol sends. */
  public enum Method {
    REQUEST,
    CANCEL
  }
}
