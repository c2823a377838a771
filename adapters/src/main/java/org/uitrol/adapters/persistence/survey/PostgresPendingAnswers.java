package org.uitrol.adapters.persistence.survey;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.application.survey.source.port.PendingAnswers;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.AnswerSourceId;

/** Exports that wait for a yes, in PostgreSQL, sealed under the master key. */
@Component
final class PostgresPendingAnswers implements PendingAnswers {

  private final JdbcClient jdbc;
  private final VaultCipher cipher;
  private final byte[] key;

  PostgresPendingAnswers(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.cipher = new VaultCipher(master);
    this.key = master.derive("uitrol pending answers 1");
  }

  @Override
  public void keep(AnswerSourceId source, AccountId account, byte[] bytes, Instant now) {
    forgetOld(now);
    jdbc.sql(
            "insert into answer_source_file (source, account, sealed, kept_at)"
                + " values (:source, :account, :sealed, :now) on conflict (source, account)"
                + " do update set sealed = excluded.sealed, kept_at = excluded.kept_at")
        .param("source", source.value())
        .param("account", account.value())
        .param("sealed", cipher.seal(key, source, field(account), bytes))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public Optional<byte[]> find(AnswerSourceId source, AccountId account, Instant now) {
    return jdbc.sql(
            "select sealed from answer_source_file where source = :source and account = :account"
                + " and kept_at > :oldest")
        .param("source", source.value())
        .param("account", account.value())
        .param("oldest", now.minus(KEPT).atOffset(ZoneOffset.UTC))
        .query(byte[].class)
        .optional()
        .map(bytes -> cipher.open(key, source, field(account), bytes));
  }

  @Override
  public void forget(AnswerSourceId source, AccountId account) {
    jdbc.sql("delete from answer_source_file where source = :source and account = :account")
        .param("source", source.value())
        .param("account", account.value())
        .update();
  }

  @Override
  public int forgetOld(Instant now) {
    return jdbc.sql("delete from answer_source_file where kept_at <= :oldest")
        .param("oldest", now.minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String field(AccountId account) {
    return "file of " + account;
  }
}
