package org.uitrol.application.session.port;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.domain.shared.SessionId;

/**
 * One session, as one invitee's calendar is to show it.
 *
 * @param uid the same for all that concerns this session, for ever; letters, digits and {@code -
 *     . @ _}
 * @param sequence 0 at first, higher with every change (RFC 5546, section 2.1.4)
 * @param title one line; line breaks become spaces
 * @param description plain text, may be empty
 * @param start on the clock of the zone
 * @param zone a region such as {@code Europe/Amsterdam}, not an offset
 * @param length more than zero
 * @param place the room, empty when there is only a link
 * @param link where to join online, or null
 * @param organizer whom replies go to
 * @param stamp when this message was made
 * @param language the language of title and description (BCP 47)
 */
public record CalendarInvitation(
    String uid,
    int sequence,
    Method method,
    String title,
    String description,
    LocalDateTime start,
    ZoneId zone,
    Duration length,
    String place,
    @Nullable URI link,
    MailAddress organizer,
    MailAddress attendee,
    Instant stamp,
    String language) {

  /** What the message asks of the calendar (RFC 5546, section 1.4). */
  public enum Method {
    /** Put it in, or change what is there. */
    REQUEST,
    /** Take it out. */
    CANCEL
  }

  /** By what calendars know a session of an organisation with that address. */
  public static String uidOf(SessionId session, MailAddress organizer) {
    return session + "@" + organizer.domain();
  }

  public CalendarInvitation {
    if (!uid.matches("[A-Za-z0-9._@-]{1,255}")) {
      throw new IllegalArgumentException("'" + uid + "' can't identify an invitation");
    }
    if (sequence < 0) {
      throw new IllegalArgumentException("a sequence starts at 0");
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("an invitation needs a title");
    }
    if (length.isZero() || length.isNegative()) {
      throw new IllegalArgumentException("a session takes longer than nothing");
    }
    if (zone instanceof ZoneOffset) {
      throw new IllegalArgumentException("an appointment needs a region, not an offset");
    }
    if (link != null && !("https".equals(link.getScheme()) || "http".equals(link.getScheme()))) {
      throw new IllegalArgumentException("the link to a session has to be a web address");
    }
    if (!language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      throw new IllegalArgumentException("'" + language + "' is no language tag");
    }
  }
}
