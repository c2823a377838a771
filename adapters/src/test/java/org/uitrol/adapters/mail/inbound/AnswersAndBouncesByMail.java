package org.uitrol.adapters.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.calendar.ItipReplyReading;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.communication.inbound.CalendarReply;
import org.uitrol.application.communication.inbound.InboundMail;
import org.uitrol.application.communication.inbound.InboundMail.State;
import org.uitrol.application.communication.inbound.InboundMails;
import org.uitrol.application.communication.inbound.Outcome;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.AddressEvent.Why;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.support.RunningApplication;

/** What people's programs and servers send back, through the built-in mailbox and IMAP. */
@Timeout(180)
class AnswersAndBouncesByMail {

  /** In a folder of its own: a mail of an earlier run would be known already. */
  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class)
          .with(
              "uitrol.data=target/data/inbound-" + UUID.randomUUID(),
              "uitrol.mail.plus-addressing=true");

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final MailAddress OURS = MailAddress.of("uitrol@uitrol.example");

  private static SmallTown town;

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  @Test
  void of_a_session_that_moves_twice_and_is_cancelled_leave_one_cancelled_item() {
    SessionId session =
        town.session("moves", ActivityKind.PRESENTATION, 20, 9, SmallTown.JAN, SmallTown.HOSTILE);
    awaitInvitation("jan@town.example", session, 0);
    Instant start = town.now();

    int first = reply(session, "jan@town.example", "ACCEPTED", 0, start);
    assertThat(outcome(first)).isEqualTo(Outcome.ANSWERED);
    assertThat(answer(session, SmallTown.JAN)).contains(Answer.ACCEPTED);
    assertThat(actor(session)).isEqualTo("mail:" + SmallTown.JAN);

    move(session, 1);
    awaitInvitation("jan@town.example", session, 1);
    move(session, 2);
    awaitInvitation("jan@town.example", session, 2);
    int late = reply(session, "j@town.example", "DECLINED", 1, town.now());
    assertThat(outcome(late)).isEqualTo(Outcome.OVERTAKEN);
    assertThat(answer(session, SmallTown.HOSTILE)).isEmpty();

    Instant now = town.now();
    int second = reply(session, "jan@town.example", "DECLINED", 2, now.plusSeconds(60));
    assertThat(outcome(second)).isEqualTo(Outcome.ANSWERED);
    int before = reply(session, "jan@town.example", "ACCEPTED", 2, now.plusSeconds(30));
    assertThat(outcome(before)).isEqualTo(Outcome.OVERTAKEN);
    assertThat(answer(session, SmallTown.JAN)).contains(Answer.DECLINED);

    int again = reply(session, "jan@town.example", "TENTATIVE", 2, now.plusSeconds(90));
    assertThat(outcome(again)).isEqualTo(Outcome.ANSWERED);
    town.send(new CancelSession(session, "no room", town.now()));
    town.settle();
    awaitInvitation("jan@town.example", session, 3);
    int after = reply(session, "jan@town.example", "ACCEPTED", 2, now.plusSeconds(120));
    assertThat(outcome(after)).isEqualTo(Outcome.OVERTAKEN);

    Map<String, String> calendar = calendarOf("jan@town.example", session);
    assertThat(calendar).containsExactly(Map.entry(session + "@uitrol.example", "CANCEL"));
  }

  @Test
  void from_somebody_else_than_was_invited_wait_for_a_person() {
    SessionId session = town.session("else", ActivityKind.DEMO, 8, 9, SmallTown.JAN);
    int spoofed =
        send(replyMail(session, "eva@town.example", "jan@town.example", "ACCEPTED", 0, "REPLY"));
    assertThat(outcome(spoofed)).isEqualTo(Outcome.OTHER_SENDER);
    int counter =
        send(replyMail(session, "jan@town.example", "jan@town.example", "TENTATIVE", 0, "COUNTER"));
    assertThat(outcome(counter)).isEqualTo(Outcome.COUNTER);
    int delegated = reply(session, "jan@town.example", "DELEGATED", 0, town.now());
    assertThat(outcome(delegated)).isEqualTo(Outcome.DELEGATED);
    int unknown = reply(new SessionId("none"), "jan@town.example", "ACCEPTED", 0, town.now());
    assertThat(outcome(unknown)).isEqualTo(Outcome.UNKNOWN_SESSION);
    assertThat(answer(session, SmallTown.JAN)).isEmpty();
  }

  @Test
  void about_an_address_that_does_not_exist_stop_the_mail_to_it() {
    town.employ(new PersonId("p-gone"), "2001", "gone@town.example", "Gone", "en");
    PersonId gone = new PersonId("p-gone");
    SessionId session = town.session("gone", ActivityKind.DEMO, 9, 9, gone);
    awaitInvitation("gone@town.example", session, 0);
    MailStore mails = UITROL.bean(MailStore.class);
    MailRow row = mails.ofPerson(gone, 0, 1).get(0);

    int spoofed = send(bounce("gone@town.example", "guessed@uitrol.example"));
    assertThat(outcome(spoofed)).isEqualTo(Outcome.UNKNOWN_MAIL);
    assertThat(mails.suppressed(gone)).isEmpty();

    String genuine = bounce("gone@town.example", row.dispatch() + "@uitrol.example");
    int returned = send(genuine);
    assertThat(outcome(returned)).isEqualTo(Outcome.RETURNED);
    town.settle();
    assertThat(mails.find(row.dispatch()).orElseThrow().state()).isEqualTo(Dispatch.State.BOUNCED);
    assertThat(mails.suppressed(gone).orElseThrow().why()).isEqualTo(Why.WRONG);

    Visitor manager = Visitor.signedIn(UITROL, "manager-of-addresses", Role.CHANGE_MANAGER);
    assertThat(manager.get("/suppressed").body()).contains("Gone", "5.1.1");
    assertThat(manager.get("/people/p-gone").body()).contains("/suppressed");
    assertThat(manager.post("/suppressed/p-gone/release", Map.of()).statusCode())
        .isBetween(302, 303);
    assertThat(mails.suppressed(gone)).isEmpty();
    assertThat(released(gone)).startsWith("account:");

    long known = count();
    UITROL.bean(InboundMails.class).take(bytes("Received: again\r\n" + genuine), 0);
    assertThat(count()).isEqualTo(known);
  }

  @Test
  void that_say_neither_who_nor_what_are_known_by_the_address_that_they_come_to() {
    town.employ(new PersonId("p-quiet"), "2005", "quiet@town.example", "Quiet", "en");
    PersonId quiet = new PersonId("p-quiet");
    SessionId session = town.session("quiet", ActivityKind.DEMO, 9, 9, quiet);
    awaitInvitation("quiet@town.example", session, 0);
    MailStore mails = UITROL.bean(MailStore.class);
    MailRow row = mails.ofPerson(quiet, 0, 1).get(0);
    String path = UITROL.bean(MailIdentity.class).returnPath().of(row.dispatch()).address();
    String envelope = new String(byImap("quiet@town.example").get(0), StandardCharsets.UTF_8);
    assertThat(path).startsWith("uitrol+").endsWith("@uitrol.example");
    assertThat(envelope).contains("Return-Path: <" + path + ">");

    int forged = send(silentBounce(path.replace("uitrol+", "uitrol+0")));
    assertThat(outcome(forged)).isEqualTo(Outcome.UNKNOWN_MAIL);
    int strange = send(mailTo(path, "Wiadomosc", "Nie ma tu nikogo takiego."));
    assertThat(outcome(strange)).isEqualTo(Outcome.WRITTEN);
    assertThat(mail(strange).dispatch()).isEqualTo(row.dispatch());
    assertThat(mail(strange).person()).isEqualTo(quiet);
    assertThat(mails.find(row.dispatch()).orElseThrow().state())
        .isEqualTo(Dispatch.State.HANDED_OVER);

    int silent = send(silentBounce(path));
    assertThat(outcome(silent)).isEqualTo(Outcome.RETURNED);
    town.settle();
    assertThat(mails.find(row.dispatch()).orElseThrow().state()).isEqualTo(Dispatch.State.BOUNCED);
    // It may be about an address that the person's own forwards to.
    assertThat(mails.suppressed(quiet)).isEmpty();
  }

  @Test
  void that_are_complaints_end_the_optional_mail() {
    town.employ(new PersonId("p-angry"), "2002", "angry@town.example", "Angry", "en");
    PersonId angry = new PersonId("p-angry");
    SessionId session = town.session("angry", ActivityKind.DEMO, 9, 9, angry);
    awaitInvitation("angry@town.example", session, 0);
    MailStore mails = UITROL.bean(MailStore.class);
    MailRow row = mails.ofPerson(angry, 0, 1).get(0);

    int complaint = send(complaint(row.dispatch() + "@uitrol.example"));
    assertThat(outcome(complaint)).isEqualTo(Outcome.COMPLAINED);
    town.settle();
    assertThat(mails.consents(angry)).isFalse();
    assertThat(mails.suppressed(angry)).isEmpty();
  }

  @Test
  void that_nobody_expects_wait_for_a_person_and_can_be_closed_and_forgotten() {
    PersonId writer = new PersonId("p-writer");
    town.employ(writer, "2003", "writer@town.example", "Writer", "en");
    int written = send("From: writer@town.example\r\nSubject: Why?\r\n\r\nWhy do I get this?\r\n");
    assertThat(outcome(written)).isEqualTo(Outcome.WRITTEN);
    InboundMails inbound = UITROL.bean(InboundMails.class);
    inbound.again(written, new AccountId("account-1"));
    assertThat(mail(written).state()).isEqualTo(State.FOR_A_PERSON);
    Visitor manager = Visitor.signedIn(UITROL, "manager-of-mail", Role.CHANGE_MANAGER);
    assertThat(manager.get("/inbound").body()).contains("Somebody wrote something");
    HttpResponse<String> source = manager.get("/inbound/" + written + "/raw");
    assertThat(source.body()).contains("Why do I get this?");
    assertThat(source.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(manager.get("/inbound/" + written).body()).contains("writer@town.example", "Why?");
    String done = "/inbound/" + written + "/done";
    assertThat(manager.post(done, Map.of("reason", " ")).statusCode()).isEqualTo(422);
    manager.get("/inbound/" + written);
    assertThat(manager.post(done, Map.of("reason", "answered by telephone")).statusCode())
        .isBetween(302, 303);
    assertThat(manager.get("/inbound?done=true").body()).contains("answered by telephone");
    assertThat(mail(written).state()).isEqualTo(State.DONE);
    assertThat(mail(written).note()).isEqualTo("answered by telephone");

    UITROL.bean(PersonVault.class).erase(writer);
    assertThat(UITROL.bean(InboundStore.class).find(written)).isEmpty();
  }

  @Test
  void that_ask_something_are_taken_as_a_question_by_a_person() {
    PersonId asker = new PersonId("p-asker");
    town.employ(asker, "2010", "asker@town.example", "Asker", "nl");
    int asked =
        send(
            """
            From: asker@town.example
            Subject: Re: Copilot

            Wie ziet dit?

            Op ma 11 jan 2027 om 10:00 schreef Uitrol:
            > Copilot komt.
            """);
    Visitor manager = Visitor.signedIn(UITROL, "manager-of-questions", Role.CHANGE_MANAGER);
    assertThat(manager.get("/inbound/" + asked).body())
        .contains("Wie ziet dit?", "/concerns/new?mail=" + asked);
    String form = manager.get("/concerns/new?mail=" + asked).body();
    assertThat(form)
        .contains("value=\"asker@town.example\"", ">Wie ziet dit?</textarea>")
        .doesNotContain("Copilot komt.");
    assertThat(manager.get("/concerns/new?mail=0").statusCode()).isEqualTo(404);

    manager.get("/concerns/new?mail=" + asked);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("campaign", SmallTown.CAMPAIGN.value());
    fields.put("category", "DATA");
    fields.put("asker", "asker@town.example");
    fields.put("question", "Wie ziet dit?");
    fields.put("mail", Integer.toString(asked));
    HttpResponse<String> taken = manager.post("/concerns", fields);

    assertThat(taken.statusCode()).isBetween(302, 303);
    assertThat(
            manager
                .get(URI.create(taken.headers().firstValue("Location").orElseThrow()).getPath())
                .body())
        .contains("Wie ziet dit?");
    assertThat(mail(asked).state()).isEqualTo(State.DONE);
    assertThat(mail(asked).note()).isEqualTo("Taken as a question.");
    assertThat(manager.get("/concerns/new?mail=" + asked).statusCode()).isEqualTo(404);
  }

  @Test
  void are_told_to_whom_they_come_from_and_gone_with_them() {
    PersonId person = new PersonId("p-curious");
    town.employ(person, "2004", "curious@town.example", "Curious", "en");
    SessionId session = town.session("curious", ActivityKind.DEMO, 8, 9, person);
    awaitInvitation("curious@town.example", session, 0);
    int answered = reply(session, "curious@town.example", "ACCEPTED", 0, town.now());
    send("From: curious@town.example\r\nSubject: My question\r\n\r\nWhy?\r\n");
    MailRow row = UITROL.bean(MailStore.class).ofPerson(person, 0, 1).get(0);
    send(bounce("curious@town.example", row.dispatch() + "@uitrol.example"));
    int colleague =
        send(
            bounce("curious@town.example", row.dispatch() + "@uitrol.example")
                .replace("MAILER-DAEMON@relay.example", "jan@town.example")
                .replace("Undelivered Mail", "Jan's own words"));

    String known = new Visitor(UITROL).get(town.ownPage(person) + "/data").body();

    assertThat(known)
        .contains("\"inboundMails\"", "\"CALENDAR\"", "\"OTHER\"", "\"REPORT\"")
        .contains("\"ACCEPTED\"", "\"My question\"", "Undelivered Mail")
        .doesNotContain("Jan's own words");

    UITROL.bean(PersonVault.class).erase(person);

    InboundStore store = UITROL.bean(InboundStore.class);
    assertThat(store.ofPerson(person, 0, 10)).isEmpty();
    assertThat(store.find(answered)).isEmpty();
    assertThat(store.find(colleague)).isEmpty();
    assertThat(store.answers(session, person)).isEmpty();
  }

  @Test
  void are_read_without_trouble() {
    InboundStatus reader = UITROL.bean(InboundStatus.class);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> reader.mailboxes().stream().allMatch(one -> one.readAt() != null));
    assertThat(reader.mailboxes())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.trouble()).isNull());
  }

  private static void move(SessionId session, int days) {
    var place =
        UITROL
            .bean(Streams.class)
            .state(session, SessionEvent.class, org.uitrol.domain.session.Session::evolve)
            .orElseThrow()
            .place();
    town.send(
        new RescheduleSession(
            session,
            new org.uitrol.domain.session.Place(
                place.start().plusDays(days), place.zone(), place.minutes(), place.room()),
            town.now()));
    town.settle();
  }

  private static Optional<Answer> answer(SessionId session, PersonId person) {
    return UITROL
        .bean(Streams.class)
        .state(session, SessionEvent.class, org.uitrol.domain.session.Session::evolve)
        .orElseThrow()
        .seats()
        .getOrDefault(person, Optional.empty());
  }

  private static String released(PersonId person) {
    return UITROL
        .jdbc()
        .sql("select actor from trail where name = 'address.released' and person = :person")
        .param("person", person.value())
        .query(String.class)
        .single();
  }

  private static String actor(SessionId session) {
    return UITROL
        .jdbc()
        .sql("select actor from trail where name = 'session.answered' and stream = :stream")
        .param("stream", session.value())
        .query(String.class)
        .single();
  }

  private static int reply(
      SessionId session, String attendee, String status, int sequence, Instant stamp) {
    return send(replyMail(session, attendee, attendee, status, sequence, "REPLY", stamp));
  }

  private static String replyMail(
      SessionId session, String from, String attendee, String status, int sequence, String method) {
    return replyMail(session, from, attendee, status, sequence, method, town.now());
  }

  private static String replyMail(
      SessionId session,
      String from,
      String attendee,
      String status,
      int sequence,
      String method,
      Instant stamp) {
    return String.join(
        "\r\n",
        "From: " + from,
        "To: uitrol@uitrol.example",
        "Subject: " + status,
        "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary=b",
        "",
        "--b",
        "Content-Type: text/plain; charset=utf-8",
        "",
        status,
        "--b",
        "Content-Type: text/calendar; charset=utf-8; method=" + method,
        "",
        "BEGIN:VCALENDAR",
        "PRODID:-//Example//EN",
        "VERSION:2.0",
        "METHOD:" + method,
        "BEGIN:VEVENT",
        "UID:" + session + "@uitrol.example",
        "DTSTAMP:" + STAMP.format(stamp),
        "DTSTART:20270118T090000Z",
        "SEQUENCE:" + sequence,
        "ORGANIZER:mailto:uitrol@uitrol.example",
        "ATTENDEE;PARTSTAT=" + status + ":mailto:" + attendee,
        "END:VEVENT",
        "END:VCALENDAR",
        "--b--",
        "");
  }

  private static String bounce(String recipient, String messageId) {
    return String.join(
        "\r\n",
        "From: MAILER-DAEMON@relay.example",
        "To: uitrol@uitrol.example",
        "Subject: Undelivered Mail Returned to Sender",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "<" + recipient + ">: user unknown",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; relay.example",
        "",
        "Final-Recipient: rfc822; " + recipient,
        "Action: failed",
        "Status: 5.1.1",
        "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
        "",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        "Message-ID: <" + messageId + ">",
        "To: " + recipient,
        "",
        "--b--",
        "");
  }

  /** It hides whom and what it is about. */
  private static String silentBounce(String to) {
    return String.join(
        "\r\n",
        "From: MAILER-DAEMON@relay.example",
        "To: " + to,
        "Subject: Undelivered Mail Returned to Sender",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "It could not be delivered.",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; relay.example",
        "",
        "Action: failed",
        "Status: 5.1.1",
        "",
        "--b--",
        "");
  }

  private static String mailTo(String to, String subject, String text) {
    return String.join(
        "\r\n", "From: robot@relay.example", "To: " + to, "Subject: " + subject, "", text, "");
  }

  private static String complaint(String messageId) {
    return String.join(
        "\r\n",
        "From: feedback@relay.example",
        "To: uitrol@uitrol.example",
        "Subject: Abuse report",
        "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "This is an email abuse report.",
        "--b",
        "Content-Type: message/feedback-report",
        "",
        "Feedback-Type: abuse",
        "User-Agent: Example/1.0",
        "Version: 1",
        "",
        "--b",
        "Content-Type: message/rfc822",
        "",
        "Message-ID: <" + messageId + ">",
        "From: uitrol@uitrol.example",
        "To: undisclosed",
        "",
        "Hello",
        "--b--",
        "");
  }

  /** Sends a mail to the built-in mailbox and waits until it was read there; its number. */
  private static int send(String mail) {
    long before = last();
    UITROL.bean(MailTransport.class).deliver(bytes(mail), OURS, OURS);
    await().atMost(Duration.ofSeconds(60)).until(() -> settled(before));
    town.settle();
    return (int) last();
  }

  private static boolean settled(long before) {
    return UITROL
            .jdbc()
            .sql("select count(*) from inbound_mail where id > :before and state <> 'RECEIVED'")
            .param("before", before)
            .query(Long.class)
            .single()
        == 1;
  }

  private static long last() {
    return UITROL
        .jdbc()
        .sql("select coalesce(max(id), 0) from inbound_mail")
        .query(Long.class)
        .single();
  }

  private static long count() {
    return UITROL.jdbc().sql("select count(*) from inbound_mail").query(Long.class).single();
  }

  private static InboundMail mail(int id) {
    return UITROL.bean(InboundStore.class).find(id).orElseThrow();
  }

  private static Outcome outcome(int id) {
    return Objects.requireNonNull(mail(id).outcome());
  }

  private static byte[] bytes(String mail) {
    return mail.getBytes(StandardCharsets.UTF_8);
  }

  private static void awaitInvitation(String address, SessionId session, int sequence) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> calendars(address, session).stream().anyMatch(one -> one.sequence() == sequence));
    town.settle();
  }

  /** What a calendar program makes of all mails to an address: an item for each UID. */
  private static Map<String, String> calendarOf(String address, SessionId session) {
    Map<String, Integer> sequences = new LinkedHashMap<>();
    Map<String, String> items = new LinkedHashMap<>();
    for (CalendarReply one : calendars(address, session)) {
      if (one.sequence() >= sequences.getOrDefault(one.uid(), 0)) {
        sequences.put(one.uid(), one.sequence());
        items.put(one.uid(), one.method());
      }
    }
    return items;
  }

  private static List<CalendarReply> calendars(String address, SessionId session) {
    List<CalendarReply> found = new ArrayList<>();
    for (byte[] raw : byImap(address)) {
      String calendar = new MimeMailReading().read(raw).calendar();
      if (calendar != null) {
        new ItipReplyReading()
            .read(calendar)
            .filter(one -> one.uid().startsWith(session + "@"))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<byte[]> byImap(String address) {
    Properties properties = new Properties();
    properties.setProperty("mail.imap.connectiontimeout", "10000");
    properties.setProperty("mail.imap.timeout", "10000");
    try (Store store = Session.getInstance(properties).getStore("imap")) {
      store.connect("127.0.0.1", UITROL.bean(BuiltInMailbox.class).imapPort(), address, "any");
      List<byte[]> mails = new ArrayList<>();
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        for (Message message : inbox.getMessages()) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          message.writeTo(bytes);
          mails.add(bytes.toByteArray());
        }
      }
      return mails;
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
