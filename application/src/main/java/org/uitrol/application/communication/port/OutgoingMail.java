package org.uitrol.application.communication.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DispatchId;

/**
 * One mail to one person, complete.
 *
 * @param id the dispatch; the Message-ID follows from it, so that it is the same on every attempt
 * @param date when the mail says it was written
 * @param from whom the reader sees as sender
 * @param replyTo whom an answer goes to, or null for the sender
 * @param sender who sends on behalf of {@code from} (RFC 5322, section 3.6.2), or null when they
 *     are the same
 * @param calendar the invitation, or null when the mail is only read
 * @param unsubscribe how to opt out, null on mandatory mail
 */
public record OutgoingMail(
    DispatchId id,
    Instant date,
    MailAddress from,
    @Nullable MailAddress replyTo,
    @Nullable MailAddress sender,
    MailAddress to,
    WrittenMail content,
    @Nullable CalendarPart calendar,
    List<Attachment> attachments,
    @Nullable Unsubscribe unsubscribe) {

  /**
   * @throws IllegalArgumentException if replies to the invitation would not reach its organizer
   */
  public OutgoingMail {
    attachments = List.copyOf(attachments);
    if (calendar != null && !calendar.organizer().sameMailbox(from)) {
      throw new IllegalArgumentException(
          "the organizer of an invitation has to be the sender of the mail");
    }
  }

  /** A mail with a text and nothing else. */
  public static OutgoingMail plain(
      DispatchId id, Instant date, MailAddress from, MailAddress to, WrittenMail content) {
    return new OutgoingMail(id, date, from, null, null, to, content, null, List.of(), null);
  }

  /** The same mail with an invitation in it. */
  public OutgoingMail inviting(CalendarPart invitation) {
    return new OutgoingMail(
        id, date, from, replyTo, sender, to, content, invitation, attachments, unsubscribe);
  }

  /** The same mail, which can be opted out of. */
  public OutgoingMail optional(Unsubscribe way) {
    return new OutgoingMail(
        id, date, from, replyTo, sender, to, content, calendar, attachments, way);
  }

  /** The same mail, answers to which go elsewhere. */
  public OutgoingMail answeredTo(MailAddress address) {
    return new OutgoingMail(
        id, date, from, address, sender, to, content, calendar, attachments, unsubscribe);
  }

  /** The same mail with one more file. */
  public OutgoingMail with(Attachment file) {
    List<Attachment> files = new ArrayList<>(attachments);
    files.add(file);
    return new OutgoingMail(
        id, date, from, replyTo, sender, to, content, calendar, files, unsubscribe);
  }
}
