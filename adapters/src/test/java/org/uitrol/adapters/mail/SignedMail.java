package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.Unsubscribe;
import org.uitrol.application.communication.port.WrittenMail;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.support.DebianPython;

/** Verified by a reading of RFC 6376 that has nothing to do with the one by which it is signed. */
class SignedMail {

  @RegisterExtension
  static final DebianPython PYTHON = DebianPython.with("import dkim", "python3-dkim");

  private static final Path VERIFIER = Path.of("src/test/resources/mail/verify_signatures.py");

  private static final MailAddress FROM = new MailAddress("Gemeente", "uitrol@mail.example.org");
  private static final KeyPair KEYS = keys(2048);
  private static final String PEM = pem("PRIVATE KEY", KEYS.getPrivate().getEncoded());

  @TempDir private Path folder = Path.of("");

  @Test
  void is_verified_with_all_that_readers_see() throws Exception {
    byte[] message = compose(PEM);

    assertThat(verified(message).split(" "))
        .startsWith("mail.example.org", "uitrol")
        .contains(
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "list-unsubscribe",
            "list-unsubscribe-post");
    assertThat(new String(message, StandardCharsets.US_ASCII).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
  }

  @Test
  void is_verified_when_a_server_on_the_way_folds_and_pads_lines_anew() throws Exception {
    String message = new String(compose(PEM), StandardCharsets.US_ASCII);
    assertThat(verified(message.replace("Subject: Copilot komt", "Subject:   Copilot\r\n\tkomt")))
        .startsWith("mail.example.org");
    assertThat(verified("Received: from a by b\r\n" + message + "\r\n\r\n"))
        .startsWith("mail.example.org");
  }

  @Test
  void is_not_verified_when_anything_was_changed() throws Exception {
    String message = new String(compose(PEM), StandardCharsets.US_ASCII);
    for (List<String> change :
        List.of(
            List.of("https://uitrol.example/u/1", "https://evil.example/u/1"),
            List.of("List-Unsubscribe=One-Click", "List-Unsubscribe=Twice"),
            List.of("Hallo Sanne", "Hallo Joost"),
            List.of("Subject: Copilot", "Subject: Copiloot"),
            List.of("\r\nTo:", "\r\nReply-To: boss@example.org\r\nTo:"),
            List.of("\r\nTo:", "\r\nFrom: boss@example.org\r\nTo:"))) {
      String changed = message.replace(change.get(0), change.get(1));
      assertThat(changed).isNotEqualTo(message);
      assertThat(verified(changed)).as(change.get(1)).isEqualTo("none");
    }
  }

  @Test
  void is_the_same_whenever_it_is_made() {
    assertThat(compose(PEM)).isEqualTo(compose(PEM));
  }

  @Test
  void takes_a_key_from_a_file_in_either_form_that_openssl_writes() throws Exception {
    // A PKCS #8 key holds a PKCS #1 one from its 27th byte on, for this length of key.
    byte[] pkcs8 = KEYS.getPrivate().getEncoded();
    byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    Path file = Files.writeString(folder.resolve("dkim.pem"), pem("RSA PRIVATE KEY", pkcs1));
    DkimSigner signer = settings("uitrol", "example.org", null, file).signer(FROM).orElseThrow();
    byte[] message = new SigningMailComposer(new MimeMailComposer(), signer).compose(mail());

    assertThat(verified(message)).startsWith("example.org uitrol ");
  }

  @Test
  void is_left_unsigned_without_any_setting() {
    assertThat(settings(null, " ", "", null).signer(FROM)).isEqualTo(Optional.empty());
  }

  @Test
  void stops_the_start_when_a_setting_is_missing_or_wrong() throws Exception {
    String secret = PEM.lines().skip(3).findFirst().orElseThrow();
    Path wrong = Files.writeString(folder.resolve("wrong.pem"), PEM.replace("PRIVATE", "PUBLIC"));
    assertRefused(settings("uitrol", null, null, null), "uitrol.mail.dkim.key-file");
    assertRefused(settings(null, null, PEM, null), "uitrol.mail.dkim.selector");
    assertRefused(settings("a b", null, PEM, null), "uitrol.mail.dkim.selector");
    assertRefused(settings("uitrol", "other.example", PEM, null), "uitrol.mail.dkim.domain");
    assertRefused(settings("uitrol", "ample.org", PEM, null), "uitrol.mail.dkim.domain");
    assertRefused(
        settings("uitrol", null, PEM.replace(secret, ""), null), "uitrol.mail.dkim.key: ");
    assertRefused(settings("uitrol", null, "x", null), "openssl genrsa 2048");
    assertRefused(settings("uitrol", null, null, wrong), "uitrol.mail.dkim.key-file: ");
    assertRefused(settings("uitrol", null, null, folder.resolve("none.pem")), "can't be read");
    String small = pem("PRIVATE KEY", keys(512).getPrivate().getEncoded());
    assertRefused(settings("uitrol", null, small, null), "fewer than 1024 bits");
    assertThat(settings("uitrol", null, PEM, null).toString()).doesNotContain(secret);
  }

  private static void assertRefused(DkimSettings settings, String hint) {
    assertThatThrownBy(() -> settings.signer(FROM))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(hint)
        .message()
        .satisfies(
            text ->
                assertThat(PEM.lines().filter(line -> line.length() > 30))
                    .noneMatch(text::contains));
  }

  private static byte[] compose(String pem) {
    DkimSigner signer = settings("uitrol", null, pem, null).signer(FROM).orElseThrow();
    return new SigningMailComposer(new MimeMailComposer(), signer).compose(mail());
  }

  private static OutgoingMail mail() {
    return OutgoingMail.plain(
            new DispatchId("d-1"),
            Instant.parse("2027-01-11T09:00:00Z"),
            FROM,
            new MailAddress("Sanne", "sanne@example.org"),
            new WrittenMail(
                "nl",
                "Copilot komt naar ons",
                "Hallo Sanne,\n\ntwee  spaties  en een lege regel\n\n",
                "<p>Hallo Sanne, " + "x".repeat(1_500) + "</p>"))
        .optional(new Unsubscribe(URI.create("https://uitrol.example/u/1"), null));
  }

  private String verified(String message) throws IOException {
    return verified(message.getBytes(StandardCharsets.US_ASCII));
  }

  /** The domain, the selector and the signed fields, or {@code none}. */
  private String verified(byte[] message) throws IOException {
    String key = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    Path file = Files.write(folder.resolve("message.eml"), message);
    return PYTHON.output(VERIFIER, key, file.toString()).strip();
  }

  private static DkimSettings settings(
      @Nullable String selector,
      @Nullable String domain,
      @Nullable String key,
      @Nullable Path file) {
    return new DkimSettings(selector, domain, key, file);
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
  }

  private static KeyPair keys(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
