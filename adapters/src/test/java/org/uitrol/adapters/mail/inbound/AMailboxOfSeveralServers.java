package org.uitrol.adapters.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.mail.inbound.InboundStatus.Mailbox;
import org.uitrol.adapters.mail.inbound.ScriptedImapServer.Tls;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.application.communication.inbound.InboundMail;
import org.uitrol.application.communication.inbound.InboundMails;
import org.uitrol.application.communication.inbound.Outcome;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.HoldSwitch;
import org.uitrol.support.RunningApplication;

/** Readers of one mailbox that share a database; the application's own is one of them. */
@Timeout(180)
class AMailboxOfSeveralServers {

  private static final String ADDRESS = "inbound@veldbeek.example";
  private static final int LARGEST = 64 * 1024;
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final GreenMail MAIL_SERVER = mailServer(0);

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class)
          .with(
              "uitrol.mail.inbound.host=127.0.0.1",
              "uitrol.mail.inbound.port=" + MAIL_SERVER.getImap().getPort(),
              "uitrol.mail.inbound.username=" + ADDRESS,
              "uitrol.mail.inbound.every=1s",
              "uitrol.mail.inbound.largest=64KB");

  private InboundReader own;
  private @Nullable InboundReader other;
  private long before;

  @BeforeEach
  void begin() {
    own = UITROL.bean(InboundReader.class);
    before = count();
  }

  @AfterEach
  void end() {
    if (other != null) {
      other.stop();
    }
    if (!own.isRunning()) {
      own.start();
    }
  }

  @Test
  void gives_each_mail_to_one_of_them() {
    InboundReader second = start(MAIL_SERVER.getImap().getPort(), Clock.systemUTC()::instant);
    for (int number = 1; number <= 30; number++) {
      deliver(mail("shared " + number, 100));
    }

    awaitTaken(30);

    await().atMost(SOON).until(() -> unseen() == 0);
    assertThat(kept("shared ")).isEqualTo(30);
    await().atMost(SOON).until(() -> only(own).elsewhere() != only(second).elsewhere());
  }

  @Test
  void is_read_on_by_the_other_when_one_stops() {
    InboundReader second = start(MAIL_SERVER.getImap().getPort(), Clock.systemUTC()::instant);
    own.stop();
    deliver(mail("after the first stopped", 100));

    awaitTaken(1);

    assertThat(only(second).elsewhere()).isFalse();
    await().atMost(SOON).until(() -> only(second).readAt() != null);
  }

  @Test
  void is_read_on_by_the_other_when_one_holds_on_for_too_long() {
    InboundStore store = UITROL.bean(InboundStore.class);
    own.stop();
    Instant now = Instant.now();
    assertThat(store.hold("a server that died", now, now.plus(Duration.ofMinutes(3)))).isTrue();
    start(MAIL_SERVER.getImap().getPort(), () -> Instant.now().plus(Duration.ofMinutes(4)));
    deliver(mail("after the first died", 100));

    awaitTaken(1);
  }

  @Test
  void is_read_on_by_the_other_when_one_cannot_reach_it() {
    own.stop();
    InboundReader cutOff = start(1, Clock.systemUTC()::instant);
    await().atMost(SOON).until(() -> only(cutOff).trouble() == Trouble.UNREACHABLE);
    own.start();
    deliver(mail("past the one that is cut off", 100));

    awaitTaken(1);
  }

  @Test
  void gives_each_mail_once_to_two_that_read_at_the_same_time_all_the_same() throws Exception {
    own.stop();
    for (int number = 1; number <= 20; number++) {
      deliver(mail("contended " + number, 100));
    }
    InboundMails mails = UITROL.bean(InboundMails.class);
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> both =
          List.of(
              readers.submit(() -> readAll(mails, together)),
              readers.submit(() -> readAll(mails, together)));
      for (Future<Integer> one : both) {
        assertThat(one.get(60, TimeUnit.SECONDS)).isZero();
      }
    } finally {
      readers.shutdownNow();
    }

    assertThat(count() - before).isEqualTo(20);
    assertThat(kept("contended ")).isEqualTo(20);
    assertThat(unseen()).isZero();
  }

  @Test
  void keeps_the_beginning_of_a_mail_that_is_too_large_and_goes_on() {
    String large = mail("enormous", 300_000);
    deliver(large);
    deliver(mail("after the enormous one", 100));

    awaitTaken(2);

    InboundStore store = UITROL.bean(InboundStore.class);
    InboundMail kept = store.list(Outcome.TOO_LARGE, 0, 10).stream().findFirst().orElseThrow();
    assertThat(kept.tooLarge()).isTrue();
    assertThat(kept.state()).isEqualTo(InboundMail.State.FOR_A_PERSON);
    assertThat(kept.size()).isGreaterThanOrEqualTo(300_000);
    assertThat(store.raw(kept.id()).orElseThrow()).hasSize(LARGEST);
    assertThat(kept("after the enormous one")).isEqualTo(1);
    Visitor manager = Visitor.signedIn(UITROL, "manager-of-large-mail", Role.CHANGE_MANAGER);
    assertThat(manager.get("/inbound").body()).contains("It is too large");
    assertThat(manager.get("/inbound/" + kept.id()).body())
        .contains("All of it is still in the mailbox on the mail server", "enormous");
    assertThat(onServer("enormous")).hasSizeGreaterThan(300_000);
  }

  @Test
  void believes_what_comes_and_not_what_the_server_says_of_its_size() throws Exception {
    String mail = mail("shorter than announced", 100);
    try (ScriptedImapServer server =
            new ScriptedImapServer(Tls.NEVER, null).holding(mail).exaggeratingBy(1_000_000);
        ImapMailbox mailbox = ImapMailbox.open(settings(server.port()), null)) {
      mailbox.takeNew(UITROL.bean(InboundMails.class)::take, () -> true);
    }

    assertThat(count() - before).isEqualTo(1);
    assertThat(kept("shorter than announced")).isEqualTo(1);
    assertThat(outcome("shorter than announced")).isEqualTo(Outcome.WRITTEN);
  }

  @Test
  void goes_on_past_a_mail_that_the_server_cannot_give() throws Exception {
    try (ScriptedImapServer server =
            new ScriptedImapServer(Tls.NEVER, null)
                .holding(mail("damaged", 100))
                .holding(mail("behind the damaged one", 100))
                .failingAt(1);
        ImapMailbox mailbox = ImapMailbox.open(settings(server.port()), null)) {
      InboundMails mails = UITROL.bean(InboundMails.class);

      assertThat(mailbox.takeNew(mails::take, () -> true)).isEqualTo(1);
      assertThat(kept("behind the damaged one")).isEqualTo(1);
      assertThat(server.seen()).containsExactly(2);

      server.mended();
      assertThat(mailbox.takeNew(mails::take, () -> true)).isZero();
      assertThat(kept("damaged")).isEqualTo(1);
      assertThat(server.seen()).containsExactlyInAnyOrder(1, 2);
    }
  }

  @Test
  void is_opened_again_after_the_server_hung_up() {
    own.stop();
    try (ScriptedImapServer server = new ScriptedImapServer(Tls.NEVER, null)) {
      InboundReader reader = start(server.port(), Clock.systemUTC()::instant);
      await().atMost(SOON).until(() -> only(reader).readAt() != null);
      server.holding(mail("while the line was down", 100));
      server.forgetClients();

      awaitTaken(1);
      await().atMost(SOON).until(() -> only(reader).trouble() == null);
    }
  }

  @Test
  void tells_that_the_server_is_away_and_is_read_when_it_is_back() {
    own.stop();
    GreenMail server = mailServer(0);
    int port = server.getImap().getPort();
    InboundReader reader = start(port, Clock.systemUTC()::instant);
    await().atMost(SOON).until(() -> only(reader).readAt() != null);
    server.stop();

    await().atMost(SOON).until(() -> only(reader).trouble() == Trouble.UNREACHABLE);
    Health ill = Objects.requireNonNull(new InboundHealth(reader).health());
    assertThat(ill.getStatus()).isEqualTo(Status.DOWN);
    assertThat(ill.getDetails()).containsEntry("inbound-1", "UNREACHABLE");

    GreenMail back = mailServer(port);
    try {
      deliver(back, mail("after the outage", 100));
      awaitTaken(1);
      await().atMost(SOON).until(() -> only(reader).trouble() == null);
      assertThat(Objects.requireNonNull(new InboundHealth(reader).health()).getStatus())
          .isEqualTo(Status.UP);
    } finally {
      reader.stop();
      back.stop();
    }
  }

  @Test
  void is_forgotten_after_a_while_and_that_is_noted() {
    deliver(mail("soon forgotten", 100));
    awaitTaken(1);
    UITROL
        .jdbc()
        .sql("update inbound_mail set received_at = received_at - interval '91 days'")
        .update();
    int all = (int) count();
    deliver(mail("still young", 100));
    await().atMost(SOON).until(() -> count() == all + 1);

    InboundStore store = UITROL.bean(InboundStore.class);
    Instant now = UITROL.bean(CommandDesk.class).now();
    assertThat(store.forget(now.minus(Duration.ofDays(90)), now)).isEqualTo(all);
    assertThat(store.forget(now.minus(Duration.ofDays(90)), now)).isZero();

    assertThat(count()).isEqualTo(1);
    assertThat(store.removals(10))
        .singleElement()
        .satisfies(one -> assertThat(one.mails()).isEqualTo(all));
    Visitor manager = Visitor.signedIn(UITROL, "manager-of-old-mail", Role.CHANGE_MANAGER);
    assertThat(manager.get("/inbound?done=true").body())
        .contains("Removed because their time was over");
  }

  @Test
  void can_be_woken_when_it_is_closed_already() throws MessagingException {
    ImapMailbox mailbox = ImapMailbox.open(settings(MAIL_SERVER.getImap().getPort()), null);
    mailbox.close();

    assertThatNoException().isThrownBy(mailbox::wake);
  }

  private InboundReader start(int port, Supplier<Instant> clock) {
    InboundReader reader =
        new InboundReader(
            () -> List.of(settings(port)),
            one -> ImapMailbox.open(one, null),
            UITROL.bean(InboundMails.class),
            UITROL.bean(InboundStore.class),
            clock,
            Duration.ofMillis(100),
            HoldSwitch.OFF);
    reader.start();
    other = reader;
    return reader;
  }

  private static Mailbox only(InboundReader reader) {
    assertThat(reader.mailboxes()).hasSize(1);
    return reader.mailboxes().get(0);
  }

  private static int readAll(InboundMails mails, CyclicBarrier together) throws Exception {
    try (ImapMailbox mailbox = ImapMailbox.open(settings(MAIL_SERVER.getImap().getPort()), null)) {
      together.await(30, TimeUnit.SECONDS);
      return mailbox.takeNew(mails::take, () -> true);
    }
  }

  private static InboundSettings settings(int port) {
    return new InboundSettings(
        "127.0.0.1",
        port,
        ADDRESS,
        null,
        false,
        null,
        "INBOX",
        Duration.ofSeconds(1),
        Duration.ofDays(90),
        DataSize.ofBytes(LARGEST));
  }

  private static GreenMail mailServer(int port) {
    ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
    setup.setServerStartupTimeout(10_000);
    GreenMail server = new GreenMail(setup);
    server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    server.start();
    return server;
  }

  private static void deliver(String mail) {
    deliver(MAIL_SERVER, mail);
  }

  private static void deliver(GreenMail server, String mail) {
    try {
      GreenMailUser user = server.getUserManager().getUserByEmail(ADDRESS);
      if (user == null) {
        user = server.getUserManager().createUser(ADDRESS, ADDRESS, ADDRESS);
      }
      user.deliver(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))));
    } catch (MessagingException | UserException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<StoredMessage> stored() {
    GreenMailUser user = MAIL_SERVER.getUserManager().getUserByEmail(ADDRESS);
    try {
      return MAIL_SERVER.getManagers().getImapHostManager().getInbox(user).getMessages();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long unseen() {
    return stored().stream()
        .filter(one -> !one.getFlags().contains(jakarta.mail.Flags.Flag.SEEN))
        .count();
  }

  private static String onServer(String subject) {
    for (StoredMessage one : stored()) {
      try {
        if (subject.equals(one.getMimeMessage().getSubject())) {
          return String.valueOf(one.getMimeMessage().getContent());
        }
      } catch (MessagingException | java.io.IOException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("not on the server: " + subject);
  }

  private static String mail(String subject, int size) {
    return "From: somebody@elsewhere.example\r\nTo: "
        + ADDRESS
        + "\r\nSubject: "
        + subject
        + "\r\nMessage-ID: <"
        + subject.replace(' ', '-')
        + "@elsewhere.example>\r\n\r\n"
        + "All work and no play.\r\n".repeat(1 + size / 23);
  }

  private void awaitTaken(int mails) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        UITROL
                            .jdbc()
                            .sql("select count(*) from inbound_mail where state <> 'RECEIVED'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(before + mails));
  }

  private static long count() {
    return UITROL.jdbc().sql("select count(*) from inbound_mail").query(Long.class).single();
  }

  /** How many of the mails that were kept have a subject that begins so. */
  private static long kept(String subject) {
    return UITROL
        .jdbc()
        .sql("select count(*) from inbound_mail where convert_from(raw, 'UTF8') like :subject")
        .param("subject", "%Subject: " + subject + "%")
        .query(Long.class)
        .single();
  }

  private static Outcome outcome(String subject) {
    return Outcome.valueOf(
        UITROL
            .jdbc()
            .sql("select outcome from inbound_mail where convert_from(raw, 'UTF8') like :subject")
            .param("subject", "%Subject: " + subject + "%")
            .query(String.class)
            .single());
  }
}
