package org.uitrol.adapters.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.uitrol.application.communication.port.MailAddress;

/**
 * How mails are signed (DKIM, RFC 6376); unless a key is set they aren't.
 *
 * @param selector under which the public key stands in the DNS, for instance {@code uitrol} for
 *     {@code uitrol._domainkey.example.org}
 * @param domain that signs; null for that of the sender
 * @param key the private RSA key in PEM
 * @param keyFile a file with that key, in its place
 */
@ConfigurationProperties("uitrol.mail.dkim")
public record DkimSettings(
    @Nullable String selector,
    @Nullable String domain,
    @Nullable String key,
    @Nullable Path keyFile) {

  private static final String PREFIX = "uitrol.mail.dkim.";

  /**
   * What signs the mails of that sender; empty when they aren't signed.
   *
   * @throws IllegalStateException if a setting is missing or wrong; names it and nothing of the key
   */
  Optional<DkimSigner> signer(MailAddress from) {
    if (given(key) == null && keyFile == null) {
      if (given(selector) != null || given(domain) != null) {
        throw new IllegalStateException(
            PREFIX + "key-file (or " + PREFIX + "key) has to be set too: mails can't be signed");
      }
      return Optional.empty();
    }
    String chosen = given(selector);
    if (chosen == null || !chosen.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
      throw new IllegalStateException(
          PREFIX + "selector has to be set when there is a key: letters, digits, dots and hyphens");
    }
    return Optional.of(new DkimSigner(signingDomain(from), chosen, privateKey()));
  }

  private RSAPrivateKey privateKey() {
    String pem = given(key);
    try {
      return DkimKey.of(pem == null ? contentOf(keyFile) : pem);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException(
          PREFIX + (pem == null ? "key-file: " : "key: ") + wrong.getMessage());
    }
  }

  private static String contentOf(@Nullable Path file) {
    if (file == null) {
      throw new IllegalArgumentException("there is no key");
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " can't be read; it has to hold a key in PEM", e);
    }
  }

  /** The domain of the sender or one above it, or readers' servers don't count it (RFC 7489). */
  private String signingDomain(MailAddress from) {
    String signing = given(domain) == null ? from.domain() : MailAddress.of("x@" + domain).domain();
    if (!("." + from.domain()).endsWith("." + signing)) {
      throw new IllegalStateException(
          PREFIX + "domain has to be " + from.domain() + ", as in uitrol.mail.from, or above it");
    }
    return signing;
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "DkimSettings[" + selector + " of " + domain + "]";
  }
}
