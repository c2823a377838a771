package org.uitrol.adapters.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.domain.shared.CampaignId;

/**
 * Codes by which a certificate can be checked. A code is sealed under a key of its own: it can't be
 * made up, and whoever reads it learns nothing, neither whose it is nor what it is about.
 */
@Component
public final class CertificateCodes {

  private static final String PURPOSE = "certificate";
  private static final CampaignId ANY = new CampaignId("certificates");
  private static final int LONGEST = 400;

  private final VaultCipher cipher;
  private final byte[] key;
  private final String base;

  public CertificateCodes(
      @Value("${uitrol.base-url:http://localhost:${server.port:8080}}") URI base,
      MasterKey master) {
    this.base = base.toString().replaceAll("/+$", "");
    this.cipher = new VaultCipher(master);
    this.key = master.derive("uitrol certificates 1");
  }

  /** What a certificate is about. */
  public enum Kind {
    COURSE,
    PATH
  }

  /**
   * What a code says.
   *
   * @param id of the learner record, or of the path
   * @param completedAt to the second
   */
  public record Claim(Kind kind, String id, Instant completedAt) {}

  public String code(Claim claim) {
    String text = claim.kind() + "\n" + claim.id() + "\n" + claim.completedAt().getEpochSecond();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cipher.seal(key, ANY, PURPOSE, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Where a manager checks a code. */
  public URI link(String code) {
    return URI.create(base + "/certificates?code=" + code);
  }

  /** Empty when it isn't one of ours. */
  public Optional<Claim> read(String code) {
    if (code.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] plain = cipher.open(key, ANY, PURPOSE, Base64.getUrlDecoder().decode(code));
      List<String> parts = List.of(new String(plain, StandardCharsets.UTF_8).split("\n", -1));
      return Optional.of(
          new Claim(
              Kind.valueOf(parts.get(0)),
              parts.get(1),
              Instant.ofEpochSecond(Long.parseLong(parts.get(2)))));
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | DateTimeException madeUp) {
      return Optional.empty();
    }
  }
}
