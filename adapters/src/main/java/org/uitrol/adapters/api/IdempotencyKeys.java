package org.uitrol.adapters.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.domain.shared.AccountId;

/**
 * Remembers for a day what was asked under which key and what the answer was. Answers are kept
 * sealed, since they may quote a file with personal data. Safe for many threads and nodes.
 */
@Repository
class IdempotencyKeys {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final JdbcClient jdbc;
  private final byte[] sealKey;
  private final SecureRandom random = new SecureRandom();

  IdempotencyKeys(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.sealKey = master.derive("uitrol idempotency 1");
  }

  /** Who asks what under which key. */
  record Claim(AccountId account, String key, String requestHash) {

    byte[] bound() {
      return (account + "\u001f" + key + "\u001f" + requestHash).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** What was answered; texts are empty when there were none. */
  record Answer(int status, String contentType, String location, String body) {}

  /** What is known of a key. */
  enum Known {
    FIRST,
    AT_WORK,
    OTHER_REQUEST,
    ANSWERED
  }

  private record Row(String requestHash, @Nullable Integer status) {}

  /** Takes a key for a request, unless it is taken; one whose work broke off long ago is free. */
  Known claim(Claim claim) {
    jdbc.sql(
            """
            delete from idempotency_key where asked_at < now() - interval '1 day'
            or (status is null and asked_at < now() - interval '10 minutes')
            """)
        .update();
    int taken =
        jdbc.sql(
                """
                insert into idempotency_key (account_id, key, request_hash, asked_at)
                values (:account, :key, :hash, now()) on conflict do nothing
                """)
            .param("account", claim.account().value())
            .param("key", claim.key())
            .param("hash", claim.requestHash())
            .update();
    if (taken == 1) {
      return Known.FIRST;
    }
    Optional<Row> row =
        jdbc.sql(
                """
                select request_hash, status from idempotency_key
                where account_id = :account and key = :key
                """)
            .param("account", claim.account().value())
            .param("key", claim.key())
            .query(
                (found, number) ->
                    new Row(found.getString("request_hash"), (Integer) found.getObject("status")))
            .optional();
    if (row.isEmpty()) {
      return Known.AT_WORK; // It failed at this very moment.
    } else if (!row.get().requestHash().equals(claim.requestHash())) {
      return Known.OTHER_REQUEST;
    }
    return row.get().status() == null ? Known.AT_WORK : Known.ANSWERED;
  }

  void keep(Claim claim, Answer answer) {
    jdbc.sql(
            """
            update idempotency_key
            set status = :status, content_type = :type, location = :location, body = :body
            where account_id = :account and key = :key
            """)
        .param("status", answer.status())
        .param("type", answer.contentType())
        .param("location", answer.location())
        .param("body", seal(claim, answer.body().getBytes(StandardCharsets.UTF_8)))
        .param("account", claim.account().value())
        .param("key", claim.key())
        .update();
  }

  /** Lets the key be used again, since nothing was answered. */
  void release(Claim claim) {
    jdbc.sql(
            """
            delete from idempotency_key
            where account_id = :account and key = :key and status is null
            """)
        .param("account", claim.account().value())
        .param("key", claim.key())
        .update();
  }

  Answer answer(Claim claim) {
    return jdbc.sql(
            """
            select status, content_type, location, body from idempotency_key
            where account_id = :account and key = :key
            """)
        .param("account", claim.account().value())
        .param("key", claim.key())
        .query((row, number) -> answer(claim, row))
        .single();
  }

  /** The keys of which the answer fits. */
  List<Claim> answered(Predicate<String> wanted) {
    List<Claim> found = new ArrayList<>();
    jdbc.sql(
            "select account_id, key, request_hash, body from idempotency_key where body is not null")
        .query(
            row -> {
              Claim claim =
                  new Claim(
                      new AccountId(row.getString("account_id")),
                      row.getString("key"),
                      row.getString("request_hash"));
              String body = new String(open(claim, row.getBytes("body")), StandardCharsets.UTF_8);
              if (wanted.test(body)) {
                found.add(claim);
              }
            });
    return found;
  }

  /** Forgets an answer: the same request would be done again. */
  void forget(Claim claim) {
    jdbc.sql("delete from idempotency_key where account_id = :account and key = :key")
        .param("account", claim.account().value())
        .param("key", claim.key())
        .update();
  }

  /** Forgets what was asked before that moment. */
  int forgetBefore(Instant moment) {
    return jdbc.sql("delete from idempotency_key where asked_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Answer answer(Claim claim, ResultSet row) throws SQLException {
    return new Answer(
        row.getInt("status"),
        Objects.requireNonNullElse(row.getString("content_type"), ""),
        Objects.requireNonNullElse(row.getString("location"), ""),
        new String(open(claim, row.getBytes("body")), StandardCharsets.UTF_8));
  }

  private byte[] seal(Claim claim, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, claim, plain);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  private byte[] open(Claim claim, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return apply(Cipher.DECRYPT_MODE, nonce, claim, rest);
  }

  private byte[] apply(int mode, byte[] nonce, Claim claim, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(sealKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(claim.bound());
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a kept answer was altered or moved", e);
    }
  }
}
