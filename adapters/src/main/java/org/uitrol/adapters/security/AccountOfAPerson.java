package org.uitrol.adapters.security;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.erasure.Obstacle;
import org.uitrol.application.erasure.Traces;
import org.uitrol.application.erasure.port.PersonalDataHolder;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureStep;

/**
 * The account of a person: the one that is linked to them, or whose user name is their address. It
 * is closed and loses its names; its id stays, since the history says what was asked with it.
 */
@Component
final class AccountOfAPerson implements PersonalDataHolder {

  private static final String WHOSE =
      " (person_id = :person or (lower(username) = lower(:email) and :email <> ''))";

  private final JdbcClient jdbc;

  AccountOfAPerson(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public ErasureStep step() {
    return ErasureStep.ACCOUNT;
  }

  @Override
  public Map<DataKind, Integer> held(Traces traces) {
    Map<DataKind, Integer> held = new EnumMap<>(DataKind.class);
    held.put(
        DataKind.ACCOUNTS,
        of(traces, "select count(*) from account where" + WHOSE).query(Integer.class).single());
    held.put(
        DataKind.TOKENS,
        of(
                traces,
                "select count(*) from api_token where account_id in"
                    + " (select account_id from account where"
                    + WHOSE
                    + ")")
            .query(Integer.class)
            .single());
    return held;
  }

  /** A password that no hash can be of: nobody signs in with it. */
  @Override
  public Map<DataKind, Integer> destroy(Traces traces, Instant at) {
    Map<DataKind, Integer> destroyed = new EnumMap<>(DataKind.class);
    destroyed.put(
        DataKind.TOKENS,
        of(
                traces,
                "delete from api_token where account_id in"
                    + " (select account_id from account where"
                    + WHOSE
                    + ")")
            .update());
    of(
            traces,
            "delete from idempotency_key where account_id in"
                + " (select account_id from account where"
                + WHOSE
                + ")")
        .update();
    destroyed.put(
        DataKind.ACCOUNTS,
        of(
                traces,
                "update account set username = 'erased-' || account_id,"
                    + " display_name = account_id, password_hash = '{bcrypt}erased', roles = '{}',"
                    + " person_id = null, language = null, enabled = false, stamp = stamp + 1"
                    + " where"
                    + WHOSE)
            .update());
    return destroyed;
  }

  @Override
  public List<Obstacle> obstacles(Traces traces, Instant at) {
    boolean isLast =
        of(
                traces,
                "select exists (select from account where enabled and 'ADMIN' = any(roles) and"
                    + WHOSE
                    + ") and not exists (select from account where enabled"
                    + " and 'ADMIN' = any(roles) and not coalesce("
                    + WHOSE
                    + ", false))")
            .query(Boolean.class)
            .single();
    return isLast ? List.of(new Obstacle(Obstacle.Kind.LAST_ADMIN, "")) : List.of();
  }

  private JdbcClient.StatementSpec of(Traces traces, String sql) {
    return jdbc.sql(sql)
        .param("person", traces.person().value())
        .param("email", traces.data().email());
  }
}
