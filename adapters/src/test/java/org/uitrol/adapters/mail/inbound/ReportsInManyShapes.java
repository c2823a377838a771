package org.uitrol.adapters.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.application.communication.inbound.Cause;
import org.uitrol.application.communication.inbound.Notice;
import org.uitrol.application.communication.inbound.ReadMail;

/** Made-up reports in the shapes in which servers write them. */
class ReportsInManyShapes {

  private final MimeMailReading reading = new MimeMailReading();

  @Test
  void of_postfix_are_read() {
    ReadMail mail =
        read(
            """
            From: MAILER-DAEMON@mx.town.example (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            Content-Type: multipart/report; report-type=delivery-status;
              boundary="A.1/mx.town.example"

            --A.1/mx.town.example
            Content-Type: text/plain

            <sanne@town.example>: host mail.town.example[192.0.2.1] said: 550 5.1.1
                <sanne@town.example>: Recipient address rejected: User unknown in virtual
                mailbox table (in reply to RCPT TO command)

            <joost@town.example> (expanded from <team@town.example>): host
                mail.town.example[192.0.2.1] said: 452 4.2.2 Over quota (in reply to RCPT TO
                command)

            --A.1/mx.town.example
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.town.example

            Final-Recipient: rfc822; sanne@town.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <sanne@town.example>: Recipient address rejected:
                User unknown in virtual mailbox table

            Final-Recipient: rfc822; joost@town.example
            Original-Recipient: rfc822;team@town.example
            Action: failed
            Status: 4.2.2
            Diagnostic-Code: smtp; 452 4.2.2 Over quota

            --A.1/mx.town.example
            Content-Type: message/rfc822

            Message-ID: <d-1@uitrol.example>
            To: sanne@town.example

            Hello
            --A.1/mx.town.example--
            """);
    assertThat(mail.kind()).isEqualTo(ReadMail.Kind.REPORT);
    assertThat(mail.originals()).containsExactly("d-1@uitrol.example");
    assertThat(mail.notices())
        .containsExactly(
            new Notice(
                "sanne@town.example", "", Notice.Kind.HARD, Cause.UNKNOWN_USER, "5.1.1", 550, true),
            new Notice(
                "joost@town.example",
                "team@town.example",
                Notice.Kind.SOFT,
                Cause.MAILBOX_FULL,
                "4.2.2",
                452,
                true));
  }

  @Test
  void of_exchange_and_office_365_are_read() {
    assertHard(
        """
        From: Microsoft Outlook <postmaster@town.example>
        Subject: Onbestelbaar: Uitnodiging
        Content-Type: text/plain; charset=utf-8

        Uw bericht is niet bezorgd bij sanne@town.example<mailto:sanne@town.example>.

        Diagnostische gegevens voor beheerders:

        sanne@town.example
        Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'

        Oorspronkelijke berichtkoppen:

        Message-ID: <d-1@uitrol.example>
        """,
        "5.1.10");
  }

  @Test
  void of_exim_are_read() {
    assertHard(
        """
        From: Mail Delivery System <Mailer-Daemon@mx.town.example>
        X-Failed-Recipients: sanne@town.example
        Auto-Submitted: auto-replied
        Subject: Mail delivery failed: returning message to sender

        This message was created automatically by mail delivery software.

        A message that you sent could not be delivered to one or more of its
        recipients. This is a permanent error. The following address(es) failed:

          sanne@town.example
            host mail.town.example [192.0.2.1]
            SMTP error from remote mail server after RCPT TO:<sanne@town.example>:
            550 No such user here

        ------ This is a copy of the message, including all the headers. ------

        Return-path: <uitrol@uitrol.example>
        Message-Id: <d-1@uitrol.example>
        """,
        "5.0.911");
  }

  @Test
  void of_qmail_are_read() {
    assertHard(
        """
        From: MAILER-DAEMON@mx.town.example
        Subject: failure notice

        Hi. This is the qmail-send program at mx.town.example.
        I'm afraid I wasn't able to deliver your message to the following addresses.
        This is a permanent error; I've given up. Sorry it didn't work out.

        <sanne@town.example>:
        Sorry, no mailbox here by that name. (#5.1.1)

        --- Below this line is a copy of the message.

        Return-Path: <uitrol@uitrol.example>
        Message-ID: <d-1@uitrol.example>
        """,
        "5.1.1");
  }

  @Test
  void of_gmail_are_read() {
    assertHard(
        """
        From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
        To: uitrol@uitrol.example
        X-Failed-Recipients: sanne@town.example
        Subject: Delivery Status Notification (Failure)
        Content-Type: text/plain; charset=UTF-8

        Delivery to the following recipient failed permanently:

             sanne@town.example

        Technical details of permanent failure:
        The error that the other server returned was:
        550 5.1.1 The email account that you tried to reach does not exist.

        ----- Original message -----

        Message-ID: <d-1@uitrol.example>
        """,
        "5.1.1");
  }

  @Test
  void in_html_alone_are_read() {
    assertHard(
        """
        From: postmaster@town.example
        Subject: Undeliverable
        Content-Type: text/html

        <html><body><p>Your message couldn&#39;t be delivered.</p><div>sanne@town.example</div>\
        <p>550 5.1.1 User unknown</p><pre>Message-ID: &lt;d-1@uitrol.example&gt;</pre></body></html>
        """,
        "5.1.1",
        false);
  }

  @Test
  void that_only_say_that_it_takes_long_are_no_failures() {
    for (String words :
        new String[] {
          "450 4.2.0 <sanne@town.example>: Recipient address rejected: Greylisted, see"
              + " http://postgrey.example",
          "451 4.7.1 Please try again later"
        }) {
      Notice notice =
          read("""
                  From: MAILER-DAEMON@mx.town.example
                  Subject: Delayed Mail (still being retried)
                  Content-Type: multipart/report; report-type=delivery-status; boundary=b

                  --b

                  Your message has been delayed.
                  --b
                  Content-Type: message/delivery-status

                  Final-Recipient: rfc822; sanne@town.example
                  Action: delayed
                  Status: 4.2.0
                  Diagnostic-Code: smtp; WORDS
                  --b--
                  """
                  .replace("WORDS", words))
              .notices()
              .get(0);
      assertThat(notice.kind()).isEqualTo(Notice.Kind.SOFT);
      assertThat(notice.isFailure()).isFalse();
    }
  }

  @Test
  void of_a_full_mailbox_are_soft() {
    Notice notice =
        read("""
                From: MAILER-DAEMON@mx.town.example
                Subject: Returned mail

                <sanne@town.example>: 552 5.2.2 Mailbox full
                """)
            .notices()
            .get(0);
    assertThat(notice.kind()).isEqualTo(Notice.Kind.SOFT);
    assertThat(notice.cause()).isEqualTo(Cause.MAILBOX_FULL);
    assertThat(notice.isFailure()).isTrue();
  }

  @Test
  void of_unwanted_mail_are_complaints() {
    ReadMail mail =
        read(
            """
            From: feedback@provider.example
            Subject: FW: Hello
            Content-Type: multipart/report; report-type=feedback-report; boundary=b

            --b
            Content-Type: text/plain

            This is an email abuse report.
            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: Provider/1.0
            Version: 1
            Original-Rcpt-To: <sanne@town.example>
            --b
            Content-Type: message/rfc822

            Message-ID: <d-1@uitrol.example>
            --b--
            """);
    assertThat(mail.kind()).isEqualTo(ReadMail.Kind.COMPLAINT);
    assertThat(mail.originals()).containsExactly("d-1@uitrol.example");
    assertThat(mail.notices())
        .containsExactly(
            new Notice(
                "sanne@town.example", "", Notice.Kind.COMPLAINT, Cause.COMPLAINT, "", 0, true));
  }

  @Test
  void of_somebody_who_is_away_are_automatic_replies() {
    for (String header :
        List.of(
            "Auto-Submitted: auto-replied (vacation)",
            "Subject: Out of office: Copilot",
            "Subject: Automatisch antwoord: Copilot",
            "Subject: =?utf-8?Q?Automatische_Antwort:_Copilot?=",
            "X-Autoreply: yes",
            "Precedence: auto_reply")) {
      ReadMail mail =
          read(
              "From: Sanne <Sanne@Town.example>\n"
                  + header
                  + "\nIn-Reply-To: <d-1@uitrol.example>\n\nI am away; my mailbox is not full.\n");
      assertThat(mail.kind()).as(header).isEqualTo(ReadMail.Kind.AUTO_REPLY);
      assertThat(mail.sender()).isEqualTo("sanne@town.example");
      assertThat(mail.originals()).containsExactly("d-1@uitrol.example");
    }
  }

  @Test
  void are_not_seen_in_what_people_write() {
    ReadMail mail =
        read(
            """
            From: Sanne <sanne@town.example>
            Subject: Re: Undelivered mail

            My colleague says that your mail could not be delivered: 550 5.1.1 user unknown.
            """);
    assertThat(mail.kind()).isEqualTo(ReadMail.Kind.OTHER);
    assertThat(mail.notices()).isEmpty();
  }

  @Test
  void are_told_from_answers_to_invitations() {
    ReadMail mail =
        read(
            """
            From: sanne@town.example
            Subject: Accepted: Copilot
            Content-Type: text/calendar; method=REPLY; charset=utf-8
            Content-Transfer-Encoding: base64

            QkVHSU46VkNBTEVOREFSDQpNRVRIT0Q6UkVQTFkNCkVORDpWQ0FMRU5EQVINCg==
            """);
    assertThat(mail.kind()).isEqualTo(ReadMail.Kind.CALENDAR);
    assertThat(mail.calendar()).startsWith("BEGIN:VCALENDAR");
  }

  private void assertHard(String mail, String status) {
    assertHard(mail, status, true);
  }

  private void assertHard(String mail, String status, boolean named) {
    ReadMail read = read(mail);
    assertThat(read.notices()).as("%s", read).hasSize(1);
    Notice notice = read.notices().get(0);
    assertThat(notice.recipient()).isEqualTo("sanne@town.example");
    assertThat(notice.kind()).as("%s", notice).isEqualTo(Notice.Kind.HARD);
    assertThat(notice.status()).isEqualTo(status);
    if (named) {
      assertThat(read.originals()).containsExactly("d-1@uitrol.example");
    }
  }

  private ReadMail read(String mail) {
    return reading.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
