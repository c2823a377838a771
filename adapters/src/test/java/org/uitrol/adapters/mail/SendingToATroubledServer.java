package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.adapters.mail.ScriptedMailServer.HANG_UP;
import static org.uitrol.adapters.mail.ScriptedMailServer.SILENCE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.uitrol.adapters.mail.SendingNode.Setup;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.Destinations;
import org.uitrol.application.communication.port.Destinations.Held;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.SendingLimits;
import org.uitrol.domain.communication.Dispatch.State;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.DispatchEvent.HandOverBegun;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.support.TestDatabases;

/** The real dispatcher on a real PostgreSQL, over sockets. */
@Timeout(120)
class SendingToATroubledServer {

  private final String url = TestDatabases.fresh();
  private final MovedClock clock = new MovedClock("2027-01-11T09:00:00Z");
  private final ScriptedMailServer server = new ScriptedMailServer();
  private final SmtpMailTransport transport =
      new SmtpMailTransport(
          new SmtpSettings(
              "localhost",
              server.port(),
              null,
              null,
              null,
              null,
              Map.of("mail.smtp.timeout", "500", "mail.smtp.writetimeout", "500")));
  private final SendingNode node = node("here", transport, SendingLimits.none()).withCampaign();
  private final List<SendingNode> others = new ArrayList<>();

  @AfterEach
  void stop() {
    others.forEach(SendingNode::close);
    node.close();
    transport.close();
    server.close();
  }

  @Test
  void sends_the_same_message_when_the_server_takes_it_after_a_while() {
    DispatchId mail = node.ask("mail", 1, "example.org").get(0);
    for (String answer : List.of("451 4.7.1 greylisted", "452 4.3.1 disk full", "250 taken")) {
      server.answering(".", answer);
      node.sendAll();
      clock.forward(Duration.ofMinutes(20));
    }

    assertThat(node.state(mail)).isEqualTo(State.HANDED_OVER);
    assertThat(server.messages()).hasSize(3);
    assertThat(server.messages().get(0)).contains("Message-ID: <mail-0@gemeente.example>");
    assertThat(server.messages()).containsOnly(server.messages().get(0));
  }

  @Test
  void leaves_a_server_alone_that_is_going_down_and_looks_with_one_mail_whether_it_is_back() {
    List<DispatchId> mails = node.ask("mail", 50, "example.org");
    server.answering("GREETING", "421 4.3.2 shutting down" + HANG_UP);
    node.sendAll();

    assertThat(server.connections()).isEqualTo(3);
    assertThat(attempted(mails)).isLessThanOrEqualTo(20);
    List<Held> held = node.destinations.held(clock.instant());
    assertThat(held).hasSize(1);
    assertThat(held.get(0).isServer()).isTrue();
    assertThat(held.get(0).failures()).isEqualTo(3);
    assertThat(held.get(0).until()).isEqualTo("2027-01-11T09:02:00Z");
    assertThat(held.get(0).waiting()).isEqualTo(47);

    clock.forward(Duration.ofMinutes(2));
    node.sendAll();
    assertThat(server.connections()).isEqualTo(4);

    server.answering("GREETING", "220 back again");
    clock.forward(Duration.ofMinutes(10));
    node.sendAll();
    clock.forward(Duration.ofMinutes(10));
    node.sendAll();
    assertThat(mails).allSatisfy(mail -> assertThat(node.state(mail)).isEqualTo(State.HANDED_OVER));
    assertThat(server.messages()).hasSize(50).doesNotHaveDuplicates();
    assertThat(node.destinations.held(clock.instant())).isEmpty();
  }

  @Test
  void leaves_a_domain_alone_that_is_deferred_while_others_get_their_mail() {
    server.answering("RCPT", "451 4.4.1 no answer from host");
    node.ask("slow", 30, "slow.example");
    node.sendAll();
    assertThat(server.heard()).filteredOn(line -> line.startsWith("RCPT")).hasSize(3);
    assertThat(node.destinations.held(clock.instant()))
        .extracting(Held::destination)
        .containsExactly("slow.example");

    server.answering("RCPT", "250 ok");
    List<DispatchId> fast = node.ask("fast", 5, "fast.example");
    node.sendAll();
    assertThat(fast).allSatisfy(one -> assertThat(node.state(one)).isEqualTo(State.HANDED_OVER));
    assertThat(server.messages()).hasSize(5);
  }

  @Test
  void knows_of_no_mail_of_which_the_server_does_not_speak() {
    List<DispatchId> mails = node.ask("mail", 3, "example.org");
    server.answering(".", SILENCE);
    node.sendAll();
    assertThat(mails).allSatisfy(one -> assertThat(node.state(one)).isEqualTo(State.UNKNOWN));
    assertThat(server.messages()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void loses_no_mail_when_the_connection_drops_at_any_step() {
    for (String step : List.of("GREETING", "EHLO", "MAIL", "RCPT", "DATA", ".")) {
      DispatchId mail = node.ask("at-" + step.replace(".", "end"), 1, "example.org").get(0);
      transport.close();
      server.answering(step, HANG_UP);
      node.sendAll();
      assertThat(node.state(mail))
          .as(step)
          .isEqualTo(step.equals(".") ? State.UNKNOWN : State.WAITING);
      server.answering("GREETING", "220 well").answering("EHLO", "250 well");
      server.answering("MAIL", "250 ok").answering("RCPT", "250 ok").answering("DATA", "354 go");
      server.answering(".", "250 taken");
      clock.forward(Duration.ofMinutes(10));
      node.sendAll();
      assertThat(node.state(mail))
          .as(step)
          .isEqualTo(step.equals(".") ? State.UNKNOWN : State.HANDED_OVER);
    }
    assertThat(server.messages()).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void goes_on_after_an_address_that_is_refused_and_one_that_is_none() {
    node.ask("first", 1, "example.org");
    DispatchId none = node.ask("none", 1, "josé", "example.org").get(0);
    DispatchId refused = node.ask("refused", 1, "example.org").get(0);
    server.answering("RCPT TO:<REFUSED0@EXAMPLE.ORG>", "550 5.1.1 no such user");
    DispatchId foreign = node.ask("last", 1, "bücher.example").get(0);
    node.sendAll();

    assertThat(node.state(none)).isEqualTo(State.FAILED);
    assertThat(node.state(refused)).isEqualTo(State.FAILED);
    assertThat(node.state(foreign)).isEqualTo(State.HANDED_OVER);
    assertThat(server.messages()).hasSize(2);
    assertThat(server.heard()).contains("RCPT TO:<last0@xn--bcher-kva.example>");
  }

  @Test
  void holds_no_connection_to_the_database_while_it_talks_to_the_server() {
    List<Integer> active = new ArrayList<>();
    List<SendingNode> watching = new ArrayList<>();
    watching.add(
        other(
            "watching",
            (message, from, to) -> {
              active.add(watching.get(0).activeConnections());
              return new Delivery.Accepted("250 ok");
            },
            SendingLimits.none()));
    node.ask("mail", 30, "example.org");
    watching.get(0).sendAll();
    assertThat(active).hasSize(30).containsOnly(0);
  }

  @Test
  void lets_as_many_go_in_any_minute_and_hour_as_are_allowed_on_all_servers_together() {
    SendingLimits limits = new SendingLimits(10, 25, 6);
    SendingNode one = other("one", transport, limits);
    SendingNode two = other("two", transport, limits);
    node.ask("a", 20, "a.example");
    node.ask("b", 20, "b.example");
    List<Integer> sent = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      one.sendAll();
      two.sendAll();
      sent.add(server.messages().size());
      clock.forward(Duration.ofSeconds(30));
    }
    assertThat(sent).containsExactly(10, 10, 20, 20, 25, 25);
    List<Held> held = one.destinations.held(clock.instant());
    assertThat(held.get(0).destination()).isEqualTo(Destinations.SERVER);
    assertThat(held.get(0).failures()).isZero();
    assertThat(held.get(0).until()).isEqualTo("2027-01-11T10:00:00Z");
    assertThat(held.get(0).waiting()).isEqualTo(15);

    clock.forward(Duration.ofMinutes(57).minusMillis(1));
    one.sendAll();
    assertThat(server.messages()).hasSize(25);
    clock.forward(Duration.ofMillis(1));
    one.sendAll();
    assertThat(server.messages()).hasSize(34);
    assertThat(node.jdbc.sql("select count(*) from mail_taken").query(Integer.class).single())
        .isLessThanOrEqualTo(25 + 6 + 6);
  }

  @Test
  void gives_each_of_a_thousand_mails_to_the_server_once_by_four_dispatchers() throws Exception {
    try (MailSink sink = new MailSink();
        SmtpMailTransport toSink =
            new SmtpMailTransport(SmtpSettings.of("127.0.0.1", sink.port()))) {
      List<DispatchId> mails = node.ask("mail", 1_000, "example.org");
      List<Callable<Void>> senders = new ArrayList<>();
      for (int number = 0; number < 4; number++) {
        SendingNode sender = other("sender-" + number, toSink, SendingLimits.none());
        senders.add(
            () -> {
              sender.sendAll();
              return null;
            });
      }
      ExecutorService threads = Executors.newFixedThreadPool(senders.size());
      try {
        for (Future<Void> done : threads.invokeAll(senders)) {
          done.get();
        }
      } finally {
        threads.shutdownNow();
      }
      node.sendAll();

      assertThat(sink.taken()).hasSize(1_000).doesNotHaveDuplicates();
      assertThat(mails)
          .allSatisfy(mail -> assertThat(node.state(mail)).isEqualTo(State.HANDED_OVER));
      assertThat(node.outbox.isIdle(clock.instant())).isTrue();
    }
  }

  private long attempted(List<DispatchId> mails) {
    return mails.stream()
        .filter(
            mail ->
                node.streams.events(mail, DispatchEvent.class).stream()
                    .anyMatch(HandOverBegun.class::isInstance))
        .count();
  }

  private SendingNode other(String name, MailTransport by, SendingLimits limits) {
    SendingNode made = node(name, by, limits);
    others.add(made);
    return made;
  }

  private SendingNode node(String name, MailTransport by, SendingLimits limits) {
    return new SendingNode(new Setup(url, name, clock, by, limits));
  }
}
