package org.uitrol.application.communication.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be read in a message that came in.
 *
 * @param sender the address in From, in lower case; empty when there is none
 * @param subject on one line, may be empty
 * @param addressedTo the addresses that it was sent to, as its header tells
 * @param notices one for each recipient that it reports on
 * @param originals the Message-IDs of the mails it is about, without angle brackets: those in the
 *     copy that it returns first
 * @param calendar the calendar object in it, or null
 */
public record ReadMail(
    Kind kind,
    String sender,
    String subject,
    List<String> addressedTo,
    List<Notice> notices,
    List<String> originals,
    @Nullable String calendar) {

  public ReadMail {
    addressedTo = List.copyOf(addressedTo);
    notices = List.copyOf(notices);
    originals = List.copyOf(originals);
  }

  /** What sort of message it is. */
  public enum Kind {
    /** A server's or a sending service's report on delivery (RFC 3464 and older forms). */
    REPORT,
    /** A report of unwanted mail (RFC 5965). */
    COMPLAINT,
    /** A program's answer (RFC 3834). */
    AUTO_REPLY,
    /** An answer to an invitation, or another calendar message (RFC 6047). */
    CALENDAR,
    /** Somebody wrote something. */
    OTHER
  }
}
