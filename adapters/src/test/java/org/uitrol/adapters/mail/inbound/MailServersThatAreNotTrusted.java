package org.uitrol.adapters.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.mail.MessagingException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;
import org.uitrol.adapters.mail.inbound.ScriptedImapServer.Tls;

/** How a mailbox is opened with a password, over TLS from the start and over STARTTLS. */
@Timeout(60)
class MailServersThatAreNotTrusted {

  private static final String MAIL = "From: a@example.org\r\nSubject: Hello\r\n\r\nHello\r\n";

  @TempDir static Path directory;
  private static TestCertificate certificate;
  private static TestCertificate ofAnother;

  @BeforeAll
  static void make_certificates() {
    certificate = TestCertificate.of(directory, "dns:localhost,ip:127.0.0.1");
    ofAnother = TestCertificate.of(directory, "dns:other.example");
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"ON_REQUEST", "FROM_THE_START"})
  void are_read_once_their_certificate_is_trusted(Tls tls) throws MessagingException {
    try (ScriptedImapServer server =
            new ScriptedImapServer(tls, certificate.server()).holding(MAIL);
        ImapMailbox mailbox =
            ImapMailbox.open(
                settings(server.port(), tls, "secret"),
                certificate.trusting().getSocketFactory())) {
      List<Integer> sizes = new ArrayList<>();
      mailbox.takeNew((raw, size) -> sizes.add(size), () -> true);

      assertThat(sizes).containsExactly(MAIL.length());
      assertThat(server.seen()).containsExactly(1);
      assertThat(server.heard()).anyMatch(command -> command.startsWith("LOGIN"));
      if (tls == Tls.ON_REQUEST) {
        assertThat(server.heard().indexOf("STARTTLS")).isLessThan(login(server));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"ON_REQUEST", "FROM_THE_START"})
  void get_no_password_while_nobody_vouches_for_them(Tls tls) {
    try (ScriptedImapServer server = new ScriptedImapServer(tls, certificate.server())) {
      assertThat(trouble(settings(server.port(), tls, "secret"), null))
          .isEqualTo(Trouble.UNTRUSTED_CERTIFICATE);
      assertThat(login(server)).isNegative();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Tls.class,
      names = {"ON_REQUEST", "FROM_THE_START"})
  void get_no_password_with_a_trusted_certificate_of_another_server(Tls tls) {
    try (ScriptedImapServer server = new ScriptedImapServer(tls, ofAnother.server())) {
      assertThat(trouble(settings(server.port(), tls, "secret"), ofAnother))
          .isEqualTo(Trouble.UNTRUSTED_CERTIFICATE);
      assertThat(login(server)).isNegative();
    }
  }

  @Test
  void get_no_password_without_tls() {
    try (ScriptedImapServer server = new ScriptedImapServer(Tls.NEVER, null)) {
      assertThat(trouble(settings(server.port(), Tls.ON_REQUEST, "secret"), null))
          .isEqualTo(Trouble.NO_TLS);
      assertThat(login(server)).isNegative();
    }
  }

  @Test
  void are_told_from_those_that_are_not_there() throws Exception {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    assertThat(trouble(settings(nobody, Tls.FROM_THE_START, "secret"), null))
        .isEqualTo(Trouble.UNREACHABLE);
  }

  private static Trouble trouble(InboundSettings settings, @Nullable TestCertificate trusted) {
    Throwable failure =
        catchThrowable(
            () ->
                ImapMailbox.open(
                        settings, trusted == null ? null : trusted.trusting().getSocketFactory())
                    .close());
    assertThat(failure).isNotNull();
    return Trouble.of(failure);
  }

  private static int login(ScriptedImapServer server) {
    List<String> heard = server.heard();
    for (int at = 0; at < heard.size(); at++) {
      if (heard.get(at).matches("(?:LOGIN|AUTHENTICATE).*")) {
        return at;
      }
    }
    return -1;
  }

  private static InboundSettings settings(int port, Tls tls, String password) {
    return new InboundSettings(
        "localhost",
        port,
        "uitrol",
        password,
        tls == Tls.FROM_THE_START,
        null,
        "INBOX",
        Duration.ofSeconds(1),
        Duration.ofDays(90),
        DataSize.ofKilobytes(64));
  }
}
