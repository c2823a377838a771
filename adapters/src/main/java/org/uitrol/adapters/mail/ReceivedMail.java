package org.uitrol.adapters.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the built-in mailbox, as a list shows it.
 *
 * @param id names it in this mailbox; a later mail has a higher one
 * @param to the address it was delivered to, in lower case
 * @param from as the mail shows it
 * @param subject on one line, may be empty
 * @param date when the mail says it was written, or null
 * @param invitation the iTIP method of the invitation in it, or null
 */
public record ReceivedMail(
    String id,
    String to,
    String from,
    String subject,
    @Nullable Instant date,
    @Nullable String invitation) {

  /**
   * A page of a list.
   *
   * @param mails the newest first
   * @param total how many there are on all pages
   */
  public record Page(List<ReceivedMail> mails, int total) {}

  /**
   * What one mail says. Its HTML comes from whoever wrote the mail: show it only in a sandboxed
   * frame.
   *
   * @param text the plain text, or empty
   * @param html the HTML document, or empty
   * @param calendar the calendar object, or null
   * @param files the names of the attachments
   */
  public record Content(
      ReceivedMail mail, String text, String html, @Nullable String calendar, List<String> files) {}
}
