package org.uitrol.adapters.persistence.concern;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;

/**
 * The words of concerns in PostgreSQL: under the asker's own key in the vault where there is an
 * asker, under a key of the campaign, itself wrapped under the master key, where there is none.
 */
final class PostgresConcernTexts implements ConcernTexts {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final PersonVault vault;
  private final VaultCipher cipher;

  PostgresConcernTexts(
      JdbcClient jdbc, TransactionOperations transactions, PersonVault vault, VaultCipher cipher) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.vault = vault;
    this.cipher = cipher;
  }

  @Override
  public void put(
      ConcernId concern,
      Part part,
      int version,
      CampaignId campaign,
      @Nullable PersonId asker,
      String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    String purpose = purpose(concern, part, version);
    transactions.executeWithoutResult(
        status ->
            jdbc.sql(
                    "insert into vault_concern_text"
                        + " (concern_id, part, version, campaign_id, person_id, sealed)"
                        + " values (:concern, :part, :version, :campaign, :person, :sealed)"
                        + " on conflict (concern_id, part, version) do update set"
                        + " person_id = excluded.person_id, sealed = excluded.sealed")
                .param("concern", concern.value())
                .param("part", part.name())
                .param("version", version)
                .param("campaign", campaign.value())
                .param("person", asker == null ? null : asker.value())
                .param(
                    "sealed",
                    asker == null
                        ? cipher.seal(newOrKnownKey(campaign), campaign, purpose, plain)
                        : vault.seal(asker, purpose, plain))
                .update());
  }

  @Override
  public List<Written> all(ConcernId concern) {
    return jdbc
        .sql(
            "select part, version, campaign_id, person_id, sealed from vault_concern_text"
                + " where concern_id = :concern order by part, version")
        .param("concern", concern.value())
        .query((row, number) -> opened(concern, row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public Optional<String> find(ConcernId concern, Part part, int version) {
    return jdbc.sql(
            "select part, version, campaign_id, person_id, sealed from vault_concern_text"
                + " where concern_id = :concern and part = :part and version = :version")
        .param("concern", concern.value())
        .param("part", part.name())
        .param("version", version)
        .query((row, number) -> opened(concern, row))
        .optional()
        .flatMap(found -> found)
        .map(Written::text);
  }

  @Override
  public void open(String code, ConcernId concern) {
    jdbc.sql("insert into vault_concern_code (code_hash, concern_id) values (:hash, :concern)")
        .param("hash", hash(code))
        .param("concern", concern.value())
        .update();
  }

  @Override
  public Optional<ConcernId> byCode(String code) {
    return jdbc.sql("select concern_id from vault_concern_code where code_hash = :hash")
        .param("hash", hash(code))
        .query((row, number) -> new ConcernId(row.getString(1)))
        .optional();
  }

  private Optional<Written> opened(ConcernId concern, ResultSet row) throws SQLException {
    Part part = Part.valueOf(row.getString("part"));
    int version = row.getInt("version");
    String purpose = purpose(concern, part, version);
    String person = row.getString("person_id");
    byte[] sealed = row.getBytes("sealed");
    CampaignId campaign = new CampaignId(row.getString("campaign_id"));
    Optional<byte[]> plain =
        person == null
            ? key(campaign).map(key -> cipher.open(key, campaign, purpose, sealed))
            : vault.open(new PersonId(person), purpose, sealed);
    return plain.map(
        bytes -> new Written(part, version, new String(bytes, StandardCharsets.UTF_8)));
  }

  private byte[] newOrKnownKey(CampaignId campaign) {
    jdbc.sql(
            "insert into vault_campaign_key (campaign_id, wrapped_key) values (:id, :wrapped)"
                + " on conflict (campaign_id) do nothing")
        .param("id", campaign.value())
        .param("wrapped", cipher.wrap(campaign, cipher.newKey()))
        .update();
    return key(campaign).orElseThrow();
  }

  private Optional<byte[]> key(CampaignId campaign) {
    return jdbc.sql("select wrapped_key from vault_campaign_key where campaign_id = :id")
        .param("id", campaign.value())
        .query(byte[].class)
        .optional()
        .map(wrapped -> cipher.unwrap(campaign, wrapped));
  }

  private static String purpose(ConcernId concern, Part part, int version) {
    return "concern/" + concern + "/" + part + "/" + version;
  }

  private static byte[] hash(String code) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
