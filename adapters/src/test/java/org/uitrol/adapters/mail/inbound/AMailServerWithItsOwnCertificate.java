package org.uitrol.adapters.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.mail.inbound.ScriptedImapServer.Tls;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.support.RunningApplication;

/** Whoever runs Uitrol sees why no mail comes in, and what to do about it works. */
@Timeout(180)
class AMailServerWithItsOwnCertificate {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  @TempDir static Path directory;
  private static TestCertificate certificate;
  private static ScriptedImapServer server;

  @BeforeAll
  static void set_up_the_mail_server() {
    certificate = TestCertificate.of(directory, "dns:localhost");
    server =
        new ScriptedImapServer(Tls.FROM_THE_START, certificate.server())
            .holding("From: a@example.org\r\nSubject: Hello\r\n\r\nHello\r\n");
  }

  @AfterAll
  static void take_it_down() {
    server.close();
  }

  @Test
  void is_refused_in_plain_sight_until_it_is_vouched_for() {
    UITROL.with(
        "uitrol.mail.inbound.host=localhost",
        "uitrol.mail.inbound.port=" + server.port(),
        "uitrol.mail.inbound.username=uitrol",
        "uitrol.mail.inbound.password=a secret",
        "uitrol.mail.inbound.ssl=true");
    UITROL.restart();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> mailbox().trouble() == Trouble.UNTRUSTED_CERTIFICATE);

    Visitor admin = Visitor.signedIn(UITROL, "admin-of-mail", Role.ADMIN);
    assertThat(admin.get("/operations").body())
        .contains("uitrol (localhost:" + server.port() + ")")
        .contains("The certificate of the mail server isn’t trusted")
        .doesNotContain("a secret");
    Visitor monitor = new Visitor(UITROL);
    HttpResponse<String> health =
        monitor.send(
            monitor
                .request("/actuator/health")
                .setHeader("Accept", "application/json")
                .GET()
                .build());
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("DOWN");
    assertThat(server.heard()).noneMatch(command -> command.contains("secret"));

    UITROL.with(certificate.asBundle("mail"));
    UITROL.with("uitrol.mail.inbound.ssl-bundle=mail");
    UITROL.restart();
    await().atMost(Duration.ofSeconds(60)).until(() -> mailbox().readAt() != null);

    assertThat(server.seen()).containsExactly(1);
    assertThat(mailbox().trouble()).isNull();
    assertThat(Visitor.signedIn(UITROL, "second-admin", Role.ADMIN).get("/operations").body())
        .contains("last read on")
        .doesNotContain("isn’t trusted");
  }

  private static InboundStatus.Mailbox mailbox() {
    return UITROL.bean(InboundStatus.class).mailboxes().get(0);
  }
}
