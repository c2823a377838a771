package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.adapters.mail.ScriptedMailServer.HANG_UP;
import static org.uitrol.adapters.mail.ScriptedMailServer.SILENCE;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.Delivery.Accepted;
import org.uitrol.application.communication.port.Delivery.PermanentFailure;
import org.uitrol.application.communication.port.Delivery.Refused;
import org.uitrol.application.communication.port.Delivery.TemporaryFailure;
import org.uitrol.application.communication.port.Delivery.Uncertain;
import org.uitrol.application.communication.port.Delivery.Unreachable;
import org.uitrol.application.communication.port.MailAddress;

@Timeout(20)
class HandOverToAMailServer {

  private static final byte[] MESSAGE =
      String.join(
              "\r\n",
              "From: a@uitrol.example",
              "To: zoe@example.org",
              "Message-ID: <d-1@uitrol.example>",
              "Subject: x",
              "",
              "Hallo",
              ".punt",
              "")
          .getBytes(StandardCharsets.US_ASCII);
  private static final MailAddress BOUNCES = MailAddress.of("bounces@uitrol.example");
  private static final MailAddress ZOE = new MailAddress("Zoë", "zoe.smit@example.org");

  private final ScriptedMailServer server = new ScriptedMailServer();
  private final SmtpMailTransport transport = new SmtpMailTransport(settings(Map.of()));

  @AfterEach
  void stop() {
    transport.close();
    server.close();
  }

  @Test
  void sends_the_bytes_unchanged_and_keeps_the_reply() {
    Delivery delivery = deliver();

    assertThat(delivery).isEqualTo(new Accepted("250 2.0.0 Ok: queued as 4F2A"));
    assertThat(server.messages())
        .containsExactly(
            new String(MESSAGE, StandardCharsets.US_ASCII).replace("\r\n.punt", "\r\n..punt"));
    assertThat(server.heard())
        .contains("MAIL FROM:<bounces@uitrol.example>", "RCPT TO:<zoe.smit@example.org>");
  }

  @Test
  void uses_one_connection_for_many_messages() {
    for (int i = 0; i < 5; i++) {
      assertThat(deliver()).isInstanceOf(Accepted.class);
    }

    assertThat(server.messages()).hasSize(5);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void connects_again_when_the_kept_connection_has_gone_away() {
    deliver();
    server.forgetClients();

    assertThat(deliver()).isInstanceOf(Accepted.class);
    assertThat(server.messages()).hasSize(2);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void connects_again_when_the_kept_connection_ends_before_the_message_begins() {
    deliver();
    server.answering("MAIL", "421 4.4.2 idle too long" + HANG_UP);

    assertThat(deliver()).isInstanceOf(TemporaryFailure.class);
    assertThat(server.connections()).isEqualTo(2);
    server.answering("MAIL", "250 Ok");
    assertThat(deliver()).isInstanceOf(Accepted.class);
  }

  @Test
  void never_tries_again_by_itself_once_a_message_has_begun() {
    deliver();
    server.answering(".", HANG_UP);

    assertThat(deliver()).isInstanceOf(Uncertain.class);
    assertThat(server.connections()).isEqualTo(1);
    assertThat(server.messages()).hasSize(2);
  }

  @Test
  void is_uncertain_when_the_server_hangs_up_during_the_message() {
    server.hangingUpAfterLinesOfData(3);

    assertThat(deliver()).isInstanceOf(Uncertain.class);
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void is_uncertain_when_the_answer_to_the_message_does_not_come() {
    server.answering(".", SILENCE);

    assertThat(deliver()).isInstanceOf(Uncertain.class);
  }

  @Test
  void is_uncertain_when_the_server_stops_reading_during_the_message() throws Exception {
    try (DeafMailServer deaf = new DeafMailServer();
        SmtpMailTransport toDeaf = new SmtpMailTransport(settings(deaf.port(), Map.of()))) {
      byte[] large = new byte[30_000_000];
      Arrays.fill(large, (byte) 'x');

      assertThat(toDeaf.deliver(large, BOUNCES, ZOE)).isInstanceOf(Uncertain.class);
    }
  }

  @Test
  void is_unreachable_when_the_server_accepts_and_never_speaks() {
    server.answering("GREETING", SILENCE);

    long began = System.nanoTime();
    assertThat(deliver()).isInstanceOf(Unreachable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void is_unreachable_when_nobody_listens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (SmtpMailTransport nowhere = new SmtpMailTransport(settings(port, Map.of()))) {
      assertThat(nowhere.deliver(MESSAGE, BOUNCES, ZOE)).isInstanceOf(Unreachable.class);
    }
  }

  @Test
  void is_unreachable_when_the_connection_ends_before_the_message() {
    for (String command : List.of("GREETING", "MAIL", "RCPT", "DATA")) {
      try (ScriptedMailServer other = new ScriptedMailServer().answering(command, HANG_UP);
          SmtpMailTransport toOther = new SmtpMailTransport(settings(other.port(), Map.of()))) {
        assertThat(toOther.deliver(MESSAGE, BOUNCES, ZOE))
            .as(command)
            .isInstanceOf(Unreachable.class);
        assertThat(other.messages()).isEmpty();
      }
    }
  }

  @Test
  void tells_a_refusal_for_now_from_one_for_good_and_what_was_refused() {
    Map<String, Refused> objections =
        Map.of(
            "MAIL", Refused.SENDER,
            "RCPT", Refused.RECIPIENT,
            "DATA", Refused.MESSAGE,
            ".", Refused.MESSAGE);
    objections.forEach(
        (command, refused) -> {
          assertThat(answered(command, "451 4.3.0 try later"))
              .as(command)
              .isEqualTo(new TemporaryFailure(451, "451 4.3.0 try later", refused));
          assertThat(answered(command, "554 5.7.1 no"))
              .as(command)
              .isEqualTo(new PermanentFailure(554, "554 5.7.1 no", refused));
        });
  }

  @Test
  void believes_an_answer_even_when_the_server_hangs_up_after_it() {
    assertThat(answered(".", "550 5.7.1 spam" + HANG_UP))
        .isEqualTo(new PermanentFailure(550, "550 5.7.1 spam", Refused.MESSAGE));
    assertThat(answered(".", "250 2.0.0 Ok" + HANG_UP)).isEqualTo(new Accepted("250 2.0.0 Ok"));
    assertThat(answered("RCPT", "550 5.1.1 unknown" + HANG_UP))
        .isEqualTo(new PermanentFailure(550, "550 5.1.1 unknown", Refused.RECIPIENT));
  }

  @Test
  void goes_on_with_others_after_one_address_was_refused() {
    server.answering("RCPT", "550 5.1.1 unknown");
    assertThat(deliver()).isInstanceOf(PermanentFailure.class);

    server.answering("RCPT", "250 Ok");
    assertThat(deliver()).isInstanceOf(Accepted.class);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void keeps_no_address_in_what_the_server_said() {
    PermanentFailure failure =
        (PermanentFailure)
            answered(
                "RCPT",
                "550-5.1.1 <Zoe.Smit@example.org>: user Zoe.Smit\r\n"
                    + "550 unknown; see http://x.example/?a=zoe.smit%40example.org for boss@example.org");

    assertThat(failure.text().toLowerCase(Locale.ROOT))
        .contains("550", "unknown", "(address)")
        .doesNotContain("zoe", "smit", "boss", "example.org");
  }

  @Test
  void sends_no_password_when_the_server_offers_no_tls() {
    server.answering("EHLO", "250-mail.example\r\n250 AUTH PLAIN LOGIN");
    SmtpSettings settings =
        new SmtpSettings(
            "localhost", server.port(), "uitrol", "geheim-wachtwoord", null, null, timeouts());
    try (SmtpMailTransport withPassword = new SmtpMailTransport(settings)) {
      Delivery delivery = withPassword.deliver(MESSAGE, BOUNCES, ZOE);

      assertThat(delivery).isInstanceOf(Unreachable.class);
      assertThat(((Unreachable) delivery).text()).contains("STARTTLS");
      assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
      assertThat(server.messages()).isEmpty();
    }
  }

  @Test
  void cannot_be_configured_to_give_a_password_away() {
    Map<String, String> careless = new HashMap<>(timeouts());
    careless.put("mail.smtp.starttls.required", "false");
    SmtpSettings settings =
        new SmtpSettings("localhost", 25, "uitrol", "geheim-wachtwoord", null, null, careless);

    assertThatThrownBy(() -> new SmtpMailTransport(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starttls.required")
        .message()
        .doesNotContain("geheim");
    assertThat(settings.toString()).doesNotContain("geheim");
  }

  @Test
  void checks_the_name_of_the_server_when_it_logs_in() {
    SmtpSettings settings =
        new SmtpSettings("mail.example", null, "uitrol", "x", null, null, Map.of());

    assertThat(settings.jakartaMail())
        .containsEntry("mail.smtp.starttls.required", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
        .doesNotContainKey("mail.smtp.ssl.trust");
    assertThat(settings.portOrDefault()).isEqualTo(587);
  }

  private Delivery answered(String command, String answer) {
    try (ScriptedMailServer other = new ScriptedMailServer().answering(command, answer);
        SmtpMailTransport toOther = new SmtpMailTransport(settings(other.port(), Map.of()))) {
      return toOther.deliver(MESSAGE, BOUNCES, ZOE);
    }
  }

  private Delivery deliver() {
    return transport.deliver(MESSAGE, BOUNCES, ZOE);
  }

  private SmtpSettings settings(Map<String, String> properties) {
    return settings(server.port(), properties);
  }

  private static SmtpSettings settings(int port, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(timeouts());
    all.putAll(properties);
    return new SmtpSettings("localhost", port, null, null, null, null, all);
  }

  private static Map<String, String> timeouts() {
    return Map.of(
        "mail.smtp.connectiontimeout", "1000",
        "mail.smtp.timeout", "500",
        "mail.smtp.writetimeout", "500");
  }
}
