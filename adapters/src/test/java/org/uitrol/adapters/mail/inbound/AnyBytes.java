package org.uitrol.adapters.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.uitrol.application.communication.inbound.ReadMail;

/** Whatever comes in, reading it ends, and soon. */
class AnyBytes {

  private final MimeMailReading reading = new MimeMailReading();

  @Property(tries = 500)
  void can_be_read(@ForAll byte[] raw) {
    assertThat(reading.read(raw)).isNotNull();
  }

  @Property(tries = 1_000)
  void can_be_read_when_they_look_like_a_mail(@ForAll("mails") String mail) {
    assertThat(reading.read(mail.getBytes(StandardCharsets.ISO_8859_1))).isNotNull();
  }

  @Provide
  Arbitrary<String> mails() {
    return Arbitraries.of(
            "From: <>\r\n",
            "From: MAILER-DAEMON@example.org\r\n",
            "Subject: =?utf-8?Q?=F0?= =?x?b?!?=\r\n",
            "Subject: Undelivered\r\n",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
            "Content-Type: multipart/mixed; boundary=\"b\r\n",
            "Content-Type: message/rfc822\r\n",
            "Content-Type: message/delivery-status\r\n",
            "Content-Type: message/feedback-report\r\n",
            "Content-Type: text/calendar; method=REPLY\r\n",
            "Content-Type: text/plain; charset=\"no-such\"\r\n",
            "Content-Type: text/html; charset=utf-7\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "X-Failed-Recipients: a@b, c@\r\n",
            "Final-Recipient: rfc822;a@b.example\r\nStatus: 5.1.1\r\n",
            "Final-Recipient: ;\r\nAction:\r\nStatus:\r\n",
            "Feedback-Type: abuse\r\n",
            "{\"notificationType\":\"Bounce\",\"bounce\":{\"bouncedRecipients\":[{}]}}",
            "\r\n",
            "\r\n--b\r\n",
            "\r\n--b--\r\n",
            " --b\r\n",
            "<a@b.example>: 550 5.1.1 user unknown\r\n",
            "----- Original message -----\r\n",
            "BEGIN:VCALENDAR\r\n",
            "=\r\n=3D=ZZ=",
            "\u0000\u00ff\u0080",
            "From \r\n")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  @Test
  void of_parts_within_parts_without_end_can_be_read() {
    StringBuilder mail = new StringBuilder();
    for (int depth = 0; depth < 20_000; depth++) {
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(depth)
          .append("\r\n\r\n--b")
          .append(depth)
          .append("\r\n");
    }
    readsSoon(mail.toString());
    readsSoon("Content-Type: message/rfc822\r\n\r\n".repeat(20_000));
    readsSoon(
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(100_000));
  }

  @Test
  void of_great_length_can_be_read() {
    String start =
        "From: MAILER-DAEMON@example.org\r\nSubject: Undelivered mail\r\nX-Failed-Recipients: "
            + "a@b.example, ".repeat(20_000)
            + "\r\n\r\nYour message could not be delivered\r\n";
    for (String filler :
        new String[] {
          "a",
          "a@",
          "<",
          "=",
          "550 ",
          "5.1.1 ",
          "<a@b.example>: ",
          "<a@b.example>:\r\n",
          "\r\n ",
          "user ",
          "mail to ",
          "\t",
          "unknown address error 550-'",
          "<style",
          "address "
        }) {
      readsSoon(start + filler.repeat(1_000_000 / filler.length()));
      readsSoon(
          "From: postmaster@example.org\r\nContent-Type: text/html\r\n\r\n"
              + filler.repeat(1_000_000 / filler.length()));
      readsSoon(
          "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\n"
              + filler.repeat(200_000 / filler.length())
              + "\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
              + ("Final-Recipient: rfc822; a@b.example\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; "
                      + filler.repeat(20)
                      + "\r\n\r\n")
                  .repeat(500)
              + "\r\n--b--\r\n");
    }
  }

  private void readsSoon(String mail) {
    byte[] raw = mail.getBytes(StandardCharsets.ISO_8859_1);
    ReadMail read = assertTimeout(Duration.ofSeconds(5), () -> reading.read(raw));
    assertThat(read).isNotNull();
  }
}
