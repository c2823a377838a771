package org.uitrol.adapters.proof;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How checkpoints of the history are made and handed out.
 *
 * @param dailyAt when one is made by itself, as {@code 03:30}; {@code never} for not at all
 * @param auditors addresses that each checkpoint is mailed to
 * @param language of those mails
 * @param directory in which each checkpoint is put as a file
 * @param keyFile a private key for Ed25519 (PEM, PKCS #8); without it one is made at the first
 *     start and kept in the database, sealed under the master key
 * @param formerKeys fingerprints of keys that were used before
 */
@ConfigurationProperties("uitrol.proof")
public record ProofSettings(
    @DefaultValue("03:30") String dailyAt,
    @DefaultValue List<String> auditors,
    @DefaultValue("en") String language,
    @Nullable Path directory,
    @Nullable Path keyFile,
    @DefaultValue List<String> formerKeys) {

  public ProofSettings {
    auditors = auditors.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    formerKeys = formerKeys.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  /** The time of each day; null for never. */
  @Nullable LocalTime daily() {
    return "never".equals(dailyAt) ? null : LocalTime.parse(dailyAt);
  }
}
