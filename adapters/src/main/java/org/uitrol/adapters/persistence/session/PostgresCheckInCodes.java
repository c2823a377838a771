package org.uitrol.adapters.persistence.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.application.session.port.CheckInCodes;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/** Codes are made from the id of the session under a key of their own; tries are counted here. */
@Component
final class PostgresCheckInCodes implements CheckInCodes {

  /** Without 0, 1, I and O: 32 letters and digits, so that each is equally likely. */
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 6;
  private static final int MOST_TRIES = 5;
  private static final int MINUTES = 10;
  private static final String HMAC = "HmacSHA256";

  private final JdbcClient jdbc;
  private final byte[] key;

  PostgresCheckInCodes(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.key = master.derive("uitrol check-in 1");
  }

  @Override
  public String of(SessionId session) {
    byte[] hash;
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      hash = mac.doFinal(session.value().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt((hash[i] & 0xff) % LETTERS.length()));
    }
    return code.toString();
  }

  /** One statement, so that tries at the same moment are all counted. */
  @Override
  public boolean mayTry(SessionId session, PersonId person) {
    return jdbc.sql(
                "insert into check_in_try as known (session_id, person_id, since, tries)"
                    + " values (:session, :person, now(), 1)"
                    + " on conflict (session_id, person_id) do update set"
                    + " since = case when known.since < now() - make_interval(mins => :minutes)"
                    + " then now() else known.since end,"
                    + " tries = case when known.since < now() - make_interval(mins => :minutes)"
                    + " then 1 else known.tries + 1 end"
                    + " returning tries")
            .param("session", session.value())
            .param("person", person.value())
            .param("minutes", MINUTES)
            .query(Integer.class)
            .single()
        <= MOST_TRIES;
  }
}
