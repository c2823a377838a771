package org.uitrol.application.communication.inbound;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calendar message that came in (RFC 5546).
 *
 * @param method such as {@code REPLY}, in capitals
 * @param uid of the event it is about
 * @param sequence that of the invitation it answers (RFC 5546, section 2.1.4)
 * @param stamp when it was made; of two answers to the same, the later counts
 */
public record CalendarReply(
    String method, String uid, int sequence, @Nullable Instant stamp, List<Attendee> attendees) {

  public CalendarReply {
    attendees = List.copyOf(attendees);
  }

  /**
   * What one attendee answers.
   *
   * @param address in lower case
   * @param status the participation status (RFC 5545, section 3.2.12), in capitals
   */
  public record Attendee(String address, String status) {}
}
