package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.uitrol.adapters.calendar.ItipInvitationWriter;
import org.uitrol.application.communication.port.Delivery.Accepted;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.WrittenMail;
import org.uitrol.application.session.port.CalendarInvitation;
import org.uitrol.domain.shared.DispatchId;

@Timeout(60)
class MailboxOfOurOwn {

  private static final MailAddress FROM = new MailAddress("Veldbeek", "ai@veldbeek.example");

  @TempDir Path directory;

  @Test
  void shows_what_was_sent_to_anybody_with_the_newest_first() {
    try (BuiltInMailbox mailbox = start();
        SmtpMailTransport transport = transport(mailbox)) {
      send(transport, "d-1", "zoe@example.org");
      send(transport, "d-2", "Jan@example.org");
      send(transport, "d-3", "zoe@example.org");

      assertThat(mailbox.list(null, 0, 2).mails()).extracting(ReceivedMail::id).hasSize(2);
      assertThat(mailbox.list(null, 0, 2).total()).isEqualTo(3);
      assertThat(mailbox.list(null, 1, 2).mails())
          .extracting(ReceivedMail::subject)
          .containsExactly("Één vraag d-1 🙂");
      assertThat(mailbox.list("ZOE@example.org", 0, 10).mails())
          .extracting(ReceivedMail::subject)
          .containsExactly("Één vraag d-3 🙂", "Één vraag d-1 🙂");
      assertThat(mailbox.addresses()).containsExactly("jan@example.org", "zoe@example.org");
      ReceivedMail mail = mailbox.list("zoe@example.org", 1, 1).mails().get(0);
      assertThat(mail)
          .isEqualTo(
              new ReceivedMail(
                  mail.id(),
                  "zoe@example.org",
                  "Veldbeek <ai@veldbeek.example>",
                  "Één vraag d-1 🙂",
                  Instant.parse("2027-10-04T07:00:00Z"),
                  "REQUEST"));
    }
  }

  @Test
  void shows_all_that_a_mail_holds() {
    try (BuiltInMailbox mailbox = start();
        SmtpMailTransport transport = transport(mailbox)) {
      byte[] sent = send(transport, "d-1", "zoe@example.org");
      String id = mailbox.list(null, 0, 1).mails().get(0).id();

      ReceivedMail.Content content = mailbox.read(id).orElseThrow();

      assertThat(content.text()).isEqualTo("Hallo Zoë\r\n");
      assertThat(content.html()).isEqualTo("<p>Hallo Zoë</p>");
      assertThat(content.calendar()).contains("METHOD:REQUEST");
      assertThat(content.files()).containsExactly("invite.ics");
      assertThat(new String(mailbox.raw(id).orElseThrow(), StandardCharsets.ISO_8859_1))
          .contains(new String(sent, StandardCharsets.ISO_8859_1).stripTrailing());
    }
  }

  @Test
  void knows_no_mail_by_a_path_or_another_id() {
    try (BuiltInMailbox mailbox = start();
        SmtpMailTransport transport = transport(mailbox)) {
      send(transport, "d-1", "zoe@example.org");

      for (String id :
          List.of("", "2", "-1", "../1", "1.eml", "999999999999999999999", "1/../1", "x")) {
        assertThat(mailbox.raw(id)).as(id).isEmpty();
        assertThat(mailbox.read(id)).as(id).isEmpty();
      }
    }
  }

  @Test
  void keeps_its_mail_when_it_starts_again() throws Exception {
    try (BuiltInMailbox mailbox = start();
        SmtpMailTransport transport = transport(mailbox)) {
      send(transport, "d-1", "zoe@example.org");
      Files.writeString(directory.resolve("00000002.eml.part"), "half a mail");
    }

    try (BuiltInMailbox mailbox = start();
        SmtpMailTransport transport = transport(mailbox)) {
      assertThat(mailbox.list("zoe@example.org", 0, 10).mails())
          .extracting(ReceivedMail::subject)
          .containsExactly("Één vraag d-1 🙂");
      assertThat(subjectsByImap(mailbox, "zoe@example.org")).containsExactly("Één vraag d-1 🙂");
      send(transport, "d-2", "zoe@example.org");
      assertThat(mailbox.list(null, 0, 10).total()).isEqualTo(2);
      assertThat(subjectsByImap(mailbox, "zoe@example.org"))
          .containsExactly("Één vraag d-1 🙂", "Één vraag d-2 🙂");
    }
  }

  @Test
  void has_each_mail_on_disk_before_it_is_accepted() throws Exception {
    try (BuiltInMailbox mailbox = start();
        SmtpMailTransport transport = transport(mailbox)) {
      send(transport, "d-1", "zoe@example.org");

      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files).hasSize(1);
      }
      assertThat(new MailFiles(directory).list(null, 0, 10).total()).isEqualTo(1);
    }
  }

  @Test
  void says_which_ports_are_taken() {
    try (BuiltInMailbox first = start()) {
      MailboxSettings same = new MailboxSettings("127.0.0.1", first.smtpPort(), 0);

      assertThatThrownBy(() -> BuiltInMailbox.start(same, directory))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(String.valueOf(first.smtpPort()))
          .hasMessageContaining("uitrol.mailbox.smtp-port");
    }
  }

  @Test
  void takes_the_place_of_a_mail_server_that_is_not_set() {
    try (AnnotationConfigApplicationContext app =
        application(Map.of("uitrol.mail.organisation", "Veldbeek"))) {
      BuiltInMailbox mailbox = app.getBean(BuiltInMailbox.class);
      MailIdentity identity = app.getBean(MailIdentity.class);

      send(app.getBean(MailTransport.class), "d-1", "zoe@example.org");

      assertThat(mailbox.list(null, 0, 10).total()).isEqualTo(1);
      assertThat(identity.from().name()).isEqualTo("Veldbeek");
      assertThat(directory.resolve("mailbox")).isDirectory();
    }
  }

  @Test
  void stays_away_when_a_mail_server_is_set() {
    try (ScriptedMailServer server = new ScriptedMailServer();
        AnnotationConfigApplicationContext app =
            application(
                Map.of(
                    "spring.mail.host", "localhost",
                    "spring.mail.port", String.valueOf(server.port()),
                    "spring.mail.properties.mail.smtp.timeout", "1000",
                    "uitrol.mail.from", "ai@veldbeek.example"))) {
      assertThat(app.getBeansOfType(BuiltInMailbox.class)).isEmpty();
      send(app.getBean(MailTransport.class), "d-1", "zoe@example.org");
      assertThat(server.messages()).hasSize(1);
      assertThat(app.getBean(SmtpSettings.class).jakartaMail())
          .containsEntry("mail.smtp.timeout", "1000");
    }
  }

  @Test
  void does_not_hide_that_a_mail_server_needs_a_sender() {
    assertThatThrownBy(() -> application(Map.of("spring.mail.host", "localhost")))
        .rootCause()
        .hasMessageContaining("uitrol.mail.from");
    assertThatThrownBy(() -> application(Map.of("uitrol.mail.from", "no address")))
        .hasStackTraceContaining("uitrol.mail.from: this is not an e-mail address");
  }

  private AnnotationConfigApplicationContext application(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("uitrol.data", directory.toString());
    all.put("uitrol.mailbox.smtp-port", "0");
    all.put("uitrol.mailbox.imap-port", "0");
    AnnotationConfigApplicationContext app = new AnnotationConfigApplicationContext();
    app.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
    app.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
    app.register(MailConfiguration.class);
    app.refresh();
    return app;
  }

  private BuiltInMailbox start() {
    return BuiltInMailbox.start(new MailboxSettings("127.0.0.1", 0, 0), directory);
  }

  private static SmtpMailTransport transport(BuiltInMailbox mailbox) {
    return new SmtpMailTransport(SmtpSettings.of("127.0.0.1", mailbox.smtpPort()));
  }

  private static byte[] send(MailTransport transport, String id, String to) {
    MailAddress recipient = new MailAddress("Zoë", to);
    OutgoingMail mail =
        OutgoingMail.plain(
                new DispatchId(id),
                Instant.parse("2027-10-04T07:00:00Z"),
                FROM,
                recipient,
                new WrittenMail("nl", "Één vraag " + id + " 🙂", "Hallo Zoë\n", "<p>Hallo Zoë</p>"))
            .inviting(
                new ItipInvitationWriter()
                    .write(
                        new CalendarInvitation(
                            "session-17@veldbeek.example",
                            0,
                            CalendarInvitation.Method.REQUEST,
                            "Copilot",
                            "",
                            LocalDateTime.of(2027, 10, 25, 9, 0),
                            ZoneId.of("Europe/Amsterdam"),
                            Duration.ofHours(1),
                            "B.12",
                            null,
                            FROM,
                            recipient,
                            Instant.parse("2027-10-01T08:00:00Z"),
                            "nl")));
    byte[] message = new MimeMailComposer().compose(mail);
    assertThat(transport.deliver(message, FROM, recipient)).isInstanceOf(Accepted.class);
    return message;
  }

  private static List<String> subjectsByImap(BuiltInMailbox mailbox, String address)
      throws Exception {
    Store store = Session.getInstance(new Properties()).getStore("imap");
    store.connect("127.0.0.1", mailbox.imapPort(), address, "any password");
    try (store) {
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      List<String> subjects = new ArrayList<>();
      for (Message message : inbox.getMessages()) {
        subjects.add(message.getSubject());
      }
      return subjects;
    }
  }
}
