package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.uitrol.adapters.calendar.ItipInvitationWriter;
import org.uitrol.application.communication.port.Attachment;
import org.uitrol.application.communication.port.CalendarPart;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.UndeliverableAddress;
import org.uitrol.application.communication.port.UndeliverableAddress.Reason;
import org.uitrol.application.communication.port.Unsubscribe;
import org.uitrol.application.communication.port.WrittenMail;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.domain.shared.DispatchId;

class MessageToOnePerson {

  private static final MailAddress FROM =
      new MailAddress("Gemeente Veldbeek", "ai@veldbeek.example");
  private static final MailAddress TO = new MailAddress("Zoë Öztürk, mw.", "zoe@example.org");

  private final MimeMailComposer composer = new MimeMailComposer();

  @Test
  void has_all_headers_that_honest_mail_has() throws Exception {
    OutgoingMail mail =
        mail("Één vraag 🙂", "Hallo")
            .answeredTo(MailAddress.of("vragen@veldbeek.example"))
            .optional(
                new Unsubscribe(
                    URI.create("https://uitrol.example/u/abc?x=1"),
                    MailAddress.of("af@veldbeek.example")));

    MimeMessage read = read(composer.compose(mail));

    assertThat(read.getMessageID()).isEqualTo("<d-17@veldbeek.example>");
    assertThat(read.getHeader("Message-ID")).hasSize(1);
    assertThat(read.getHeader("Date", null)).isEqualTo("Mon, 4 Oct 2027 07:00:00 +0000");
    assertThat(read.getFrom()[0]).isEqualTo(new InternetAddress("ai@veldbeek.example"));
    assertThat(((InternetAddress) read.getAllRecipients()[0]).getPersonal())
        .isEqualTo("Zoë Öztürk, mw.");
    assertThat(read.getReplyTo()[0].toString()).isEqualTo("vragen@veldbeek.example");
    assertThat(read.getSubject()).isEqualTo("Één vraag 🙂");
    assertThat(read.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(read.getHeader("Content-Language", null)).isEqualTo("nl");
    assertThat(read.getHeader("MIME-Version", null)).isEqualTo("1.0");
    assertThat(MimeUtility.unfold(read.getHeader("List-Unsubscribe", null)))
        .isEqualTo(
            "<https://uitrol.example/u/abc?x=1>,"
                + " <mailto:af@veldbeek.example?subject=unsubscribe>");
    assertThat(read.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
  }

  @Test
  void that_is_mandatory_offers_no_way_out() throws Exception {
    MimeMessage read = read(composer.compose(mail("x", "Hallo")));

    assertThat(read.getHeader("List-Unsubscribe")).isNull();
    assertThat(read.getContentType()).startsWith("multipart/alternative");
  }

  @Test
  void gives_the_same_bytes_each_time() {
    OutgoingMail mail = mail("x", "Hallo").inviting(invitation());

    assertThat(composer.compose(mail)).isEqualTo(composer.compose(mail));
  }

  @Test
  void with_an_invitation_has_it_as_an_alternative_and_as_a_file() throws Exception {
    CalendarPart invitation = invitation();

    MimeMessage read = read(composer.compose(mail("x", "Hallo").inviting(invitation)));

    Multipart mixed = (Multipart) read.getContent();
    assertThat(read.getContentType()).startsWith("multipart/mixed");
    assertThat(mixed.getCount()).isEqualTo(2);
    Multipart alternative = (Multipart) mixed.getBodyPart(0).getContent();
    assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
    assertThat(type(alternative.getBodyPart(0)).getBaseType()).isEqualTo("text/plain");
    assertThat(type(alternative.getBodyPart(1)).getBaseType()).isEqualTo("text/html");
    ContentType calendar = type(alternative.getBodyPart(2));
    assertThat(calendar.getBaseType()).isEqualTo("text/calendar");
    assertThat(calendar.getParameter("method")).isEqualTo("REQUEST");
    assertThat(calendar.getParameter("charset")).isEqualTo("UTF-8");
    assertThat(alternative.getCount()).isEqualTo(3);
    for (BodyPart part : Arrays.asList(alternative.getBodyPart(2), mixed.getBodyPart(1))) {
      assertThat(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(invitation.ics());
    }
    assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
    assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo("attachment");
  }

  @Test
  void comes_from_the_organizer_of_its_invitation_or_replies_get_lost() {
    OutgoingMail mail =
        OutgoingMail.plain(
            new DispatchId("d-17"),
            Instant.EPOCH,
            MailAddress.of("other@veldbeek.example"),
            TO,
            new WrittenMail("nl", "x", "x", "<p>x</p>"));
    CalendarPart invitation = invitation();

    assertThatThrownBy(() -> mail.inviting(invitation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("organizer");
  }

  @Test
  void keeps_long_lines_and_odd_letters_as_they_are() throws Exception {
    String text = "Ë🙂" + "x".repeat(1_500) + "\n.\nFrom here\n.." + "y ".repeat(800) + "\n";

    byte[] bytes = composer.compose(mail("s".repeat(900), text));

    for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
      assertThat(line.length()).isLessThanOrEqualTo(998);
      assertThat(line).matches("[\\x09\\x20-\\x7e]*");
    }
    Multipart parts = (Multipart) read(bytes).getContent();
    assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n")).isEqualTo(text);
  }

  @Test
  void takes_no_headers_from_names_or_subjects() throws Exception {
    MailAddress evil = new MailAddress("Jan\r\nBcc: x@evil.example", "jan@example.org");
    MimeMessage read =
        read(
            composer.compose(
                OutgoingMail.plain(
                    new DispatchId("d-17"),
                    Instant.EPOCH,
                    FROM,
                    evil,
                    new WrittenMail("nl", "x", "x", "x"))));

    assertThat(read.getHeader("Bcc")).isNull();
    assertThat(read.getAllRecipients()).hasSize(1);
    assertThatThrownBy(() -> new WrittenMail("nl", "x\r\nBcc: x@evil.example", "x", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WrittenMail("nl\r\nBcc: x@evil.example", "x", "x", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MailAddress.of("jan@example.org\r\nBcc: x@evil.example"))
        .isInstanceOf(UndeliverableAddress.class);
    assertThatThrownBy(() -> new Attachment("a\r\nb", "text/plain", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                composer.compose(
                    OutgoingMail.plain(
                        new DispatchId("d>\r\nBcc: x@evil.example"),
                        Instant.EPOCH,
                        FROM,
                        TO,
                        new WrittenMail("nl", "x", "x", "x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void carries_a_file_whatever_its_name() throws Exception {
    String name = "Überblick größere Änderungen für das ganze Team 2026.pdf";
    byte[] content = {1, 2, 13, 10, 46, 13, 10, -1};

    byte[] bytes =
        composer.compose(mail("x", "x").with(new Attachment(name, "application/pdf", content)));

    Multipart mixed = (Multipart) read(bytes).getContent();
    assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo(name);
    assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(content);
    assertThat(new String(bytes, StandardCharsets.US_ASCII))
        .contains("filename*=UTF-8''%C3%9Cberblick%20");
  }

  @Test
  void goes_to_domains_in_any_script() {
    assertThat(MailAddress.of("a@Bücher.Example").address()).isEqualTo("a@xn--bcher-kva.example");
    assertThat(MailAddress.of("a@bücher.example"))
        .isEqualTo(MailAddress.of("a@xn--bcher-kva.example"));
  }

  @Test
  void is_refused_with_a_reason_when_the_address_cannot_work() {
    assertThat(reason("josé@example.nl")).isEqualTo(Reason.NON_ASCII_LOCAL_PART);
    assertThat(reason("x@" + "a".repeat(5_000))).isEqualTo(Reason.TOO_LONG);
    assertThat(reason("x".repeat(65) + "@example.nl")).isEqualTo(Reason.TOO_LONG);
    assertThat(reason("example.nl")).isEqualTo(Reason.MALFORMED);
    assertThat(reason("a@")).isEqualTo(Reason.MALFORMED);
    assertThat(reason("a@b@example.nl")).isEqualTo(Reason.MALFORMED);
    assertThat(reason("a b@example.nl")).isEqualTo(Reason.MALFORMED);
    assertThat(reason("\"a b\"@example.nl")).isEqualTo(Reason.MALFORMED);
    assertThat(reason("a..b@example.nl")).isEqualTo(Reason.MALFORMED);
    assertThat(reason("a@exam_ple.nl")).isEqualTo(Reason.MALFORMED_DOMAIN);
    assertThat(reason("a@-x.nl")).isEqualTo(Reason.MALFORMED_DOMAIN);
    assertThat(reason("a@x..nl")).isEqualTo(Reason.MALFORMED_DOMAIN);
    assertThat(reason("a@straße.example")).isEqualTo(Reason.AMBIGUOUS_DOMAIN);
    assertThatThrownBy(() -> MailAddress.of("josé@example.nl")).message().doesNotContain("jos");
  }

  private static Reason reason(String address) {
    try {
      MailAddress.of(address);
    } catch (UndeliverableAddress e) {
      return e.reason();
    }
    throw new AssertionError(address + " was taken");
  }

  private static OutgoingMail mail(String subject, String text) {
    return OutgoingMail.plain(
        new DispatchId("d-17"),
        Instant.parse("2027-10-04T07:00:00Z"),
        FROM,
        TO,
        new WrittenMail("nl", subject, text, "<p>" + text + "</p>"));
  }

  private static CalendarPart invitation() {
    return new ItipInvitationWriter()
        .write(
            new CalendarInvitation(
                "session-17@veldbeek.example",
                0,
                CalendarInvitation.Method.REQUEST,
                "Copilot 🙂",
                "",
                LocalDateTime.of(2027, 10, 25, 9, 0),
                ZoneId.of("Europe/Amsterdam"),
                Duration.ofHours(1),
                "B.12",
                null,
                FROM,
                TO,
                Instant.parse("2027-10-01T08:00:00Z"),
                "nl"));
  }

  private static ContentType type(BodyPart part) throws Exception {
    return new ContentType(part.getContentType());
  }

  private static MimeMessage read(byte[] bytes) throws Exception {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }
}
