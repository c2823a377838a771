package org.uitrol.adapters.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.Attachment;
import org.uitrol.application.communication.port.CalendarPart;
import org.uitrol.application.communication.port.InlineImage;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailComposer;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.Unsubscribe;
import org.uitrol.application.communication.port.WrittenMail;

/**
 * Makes MIME messages: text, HTML and, for an invitation, the calendar object as three alternatives
 * of one content, then the attachments. The calendar object also goes along as a file, for programs
 * that show no buttons.
 */
public final class MimeMailComposer implements MailComposer {

  /** RFC 5322, section 3.3. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Session SESSION = Session.getInstance(new Properties());

  @Override
  public byte[] compose(OutgoingMail mail) {
    try {
      MimeMessage message = new MessageWithFixedId(messageId(mail));
      message.setHeader("Date", DATE.format(mail.date()));
      message.setFrom(internet(mail.from()));
      MailAddress sender = mail.sender();
      if (sender != null) {
        message.setSender(internet(sender));
      }
      MailAddress replyTo = mail.replyTo();
      if (replyTo != null) {
        message.setReplyTo(new InternetAddress[] {internet(replyTo)});
      }
      message.setRecipient(MimeMessage.RecipientType.TO, internet(mail.to()));
      message.setSubject(mail.content().subject(), "UTF-8");
      message.setHeader("Content-Language", mail.content().language());
      message.setHeader("Auto-Submitted", "auto-generated");
      addUnsubscribe(message, mail.unsubscribe());
      setContent(message, mail);
      message.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("a message that can't be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Message-ID of a mail: the same on every attempt (RFC 5322, section 3.6.4). */
  private static String messageId(OutgoingMail mail) {
    String id = mail.id().value();
    if (!id.matches("[A-Za-z0-9._/+-]+") || id.contains("..")) {
      throw new IllegalArgumentException("'" + id + "' can't identify a message");
    }
    return "<" + id + "@" + mail.from().domain() + ">";
  }

  private static void setContent(MimeMessage message, OutgoingMail mail) throws MessagingException {
    String boundary = mail.id().value().replaceAll("[^A-Za-z0-9]", "");
    List<MimeBodyPart> alternatives = new ArrayList<>();
    alternatives.add(text(mail.content().text(), "plain"));
    alternatives.add(html(mail.content(), boundary));
    List<MimeBodyPart> files = new ArrayList<>();
    CalendarPart calendar = mail.calendar();
    if (calendar != null) {
      alternatives.add(calendar(calendar));
      files.add(
          file(
              new Attachment(
                  "invite.ics",
                  "application/ics",
                  calendar.ics().getBytes(StandardCharsets.UTF_8))));
    }
    for (Attachment attachment : mail.attachments()) {
      files.add(file(attachment));
    }
    if (files.isEmpty()) {
      message.setContent(new PartsOf("alternative", boundary, alternatives));
      return;
    }
    MimeBodyPart content = new MimeBodyPart();
    content.setContent(new PartsOf("alternative", boundary, alternatives));
    files.add(0, content);
    message.setContent(new PartsOf("mixed", boundary, files));
  }

  private static MimeBodyPart text(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text.replaceAll("\\R", "\r\n"), "UTF-8", subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** The HTML, together with the picture in it if there is one (RFC 2387). */
  private static MimeBodyPart html(WrittenMail content, String boundary) throws MessagingException {
    MimeBodyPart html = text(content.html(), "html");
    InlineImage logo = content.logo();
    if (logo == null) {
      return html;
    }
    MimeBodyPart picture = file(logo.file());
    picture.setDisposition(MimeBodyPart.INLINE);
    picture.setContentID("<" + logo.id() + ">");
    MimeBodyPart both = new MimeBodyPart();
    both.setContent(new PartsOf("related", boundary, List.of(html, picture)));
    return both;
  }

  private static MimeBodyPart calendar(CalendarPart calendar) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    String type = "text/calendar; charset=UTF-8; method=" + calendar.method();
    setBytes(part, calendar.ics().getBytes(StandardCharsets.UTF_8), type);
    return part;
  }

  private static MimeBodyPart file(Attachment attachment) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    setBytes(part, attachment.content(), attachment.mediaType());
    part.setDisposition(MimeBodyPart.ATTACHMENT);
    part.setFileName(attachment.fileName());
    return part;
  }

  /** Base64: no server on the way can change a line end or a letter in it. */
  private static void setBytes(MimePart part, byte[] bytes, String type) throws MessagingException {
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
  }

  private static void addUnsubscribe(MimeMessage message, @Nullable Unsubscribe way)
      throws MessagingException {
    if (way == null) {
      return;
    }
    String ways = "<" + way.link().toASCIIString() + ">";
    MailAddress mailbox = way.mailbox();
    if (mailbox != null) {
      ways += ",\r\n <mailto:" + mailbox.address() + "?subject=unsubscribe>";
    }
    message.setHeader("List-Unsubscribe", ways);
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  private static InternetAddress internet(MailAddress address) {
    try {
      return new InternetAddress(address.address(), address.name(), "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java platform has UTF-8", e);
    }
  }

  /** Keeps the Message-ID that it was given: the library makes up a new one otherwise. */
  private static final class MessageWithFixedId extends MimeMessage {

    private final String id;

    MessageWithFixedId(String id) {
      super(SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /**
   * Parts with a boundary that follows from the mail; {@code =_} can't occur in an encoded part.
   */
  private static final class PartsOf extends MimeMultipart {

    PartsOf(String subtype, String boundary, List<MimeBodyPart> parts) throws MessagingException {
      super(subtype);
      ContentType type = new ContentType(getContentType());
      type.setParameter("boundary", "=_" + subtype + "_" + boundary);
      contentType = type.toString();
      for (MimeBodyPart part : parts) {
        addBodyPart(part);
      }
    }
  }
}
