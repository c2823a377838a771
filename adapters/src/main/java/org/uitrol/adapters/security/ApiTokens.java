package org.uitrol.adapters.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Rejected;

/**
 * Tokens by which other programs act for an account, with its roles as they are at that moment. A
 * token itself is shown once and never kept. Safe for many threads and nodes.
 */
@Component
public class ApiTokens {

  /** The longest that a token may live. */
  public static final int MOST_DAYS = 366;

  private static final String PREFIX = "uitrol_";
  private static final int RANDOM_BYTES = 32;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ApiTokens(JdbcClient jdbc, Accounts accounts, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What a token may be used for. */
  public enum Scope {
    /** Looking at things: GET. */
    READ,
    /** Changing things. */
    WRITE,
    /** Keeping people and departments up to date by SCIM; nothing else. */
    SCIM,
    /** Telling what people learn by xAPI, and reading back what it told; nothing else. */
    XAPI;

    String authority() {
      return "SCOPE_" + name();
    }
  }

  /** A token, without the token itself. */
  public record Row(
      String id,
      String label,
      Set<Scope> scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant revokedAt) {}

  /** Who acts by a token, and what it is good for. */
  record Bearer(ConsoleUser user, Set<Scope> scopes) {}

  /**
   * Makes a token.
   *
   * @param label for its owner to tell tokens apart
   * @return the token, which can't be had again
   * @throws Rejected {@code LABEL_MISSING}, {@code SCOPE_MISSING} or {@code TOKEN_DAYS}
   */
  public String issue(AccountId account, String label, Set<Scope> scopes, int days) {
    if (label.isBlank() || label.length() > 100) {
      throw new Rejected("LABEL_MISSING");
    }
    if (scopes.isEmpty()) {
      throw new Rejected("SCOPE_MISSING");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new Rejected("TOKEN_DAYS", Map.of("most", MOST_DAYS));
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into api_token
            (token_id, account_id, label, hash, scopes, created_at, expires_at)
            values (:id, :account, :label, :hash, :scopes, :now, :expires)
            """)
        .param("id", UUID.randomUUID().toString())
        .param("account", account.value())
        .param("label", label.strip())
        .param("hash", hash(token))
        .param("scopes", scopes.stream().sorted().map(Scope::name).toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("expires", now.plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  /** An account's tokens, the newest first. */
  public List<Row> of(AccountId account) {
    return jdbc.sql(
            "select * from api_token where account_id = :account order by created_at desc,"
                + " token_id")
        .param("account", account.value())
        .query(ApiTokens::row)
        .list();
  }

  /** Ends a token of that account; another account's is left alone. */
  public void revoke(AccountId account, String token) {
    jdbc.sql(
            """
            update api_token set revoked_at = coalesce(revoked_at, :now)
            where token_id = :id and account_id = :account
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", token)
        .param("account", account.value())
        .update();
  }

  /** Whose token it is; empty when it is unknown, over or revoked, or the account is closed. */
  Optional<Bearer> find(String token) {
    if (!token.startsWith(PREFIX) || token.length() > 100) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select account_id, scopes from api_token
            where hash = :hash and expires_at > :now and revoked_at is null
            """)
        .param("hash", hash(token))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                accounts
                    .find(new AccountId(row.getString("account_id")))
                    .filter(Account::enabled)
                    .map(account -> new Bearer(account.user(), scopes(row))))
        .optional()
        .flatMap(bearer -> bearer);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Timestamp revoked = row.getTimestamp("revoked_at");
    return new Row(
        row.getString("token_id"),
        row.getString("label"),
        scopes(row),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        revoked == null ? null : revoked.toInstant());
  }

  private static Set<Scope> scopes(ResultSet row) {
    try {
      return Arrays.stream((String[]) row.getArray("scopes").getArray())
          .map(Scope::valueOf)
          .collect(Collectors.toSet());
    } catch (SQLException e) {
      throw new IllegalStateException("the scopes of a token can't be read", e);
    }
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
