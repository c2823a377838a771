package org.uitrol.adapters.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.api.IdempotencyKeys.Answer;
import org.uitrol.adapters.api.IdempotencyKeys.Claim;
import org.uitrol.adapters.api.IdempotencyKeys.Known;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.erasure.Traces;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class AnswersThatNameSomebody {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final Traces SANNE =
      Traces.of(
          new PersonId("p-1"),
          PersonalData.UNKNOWN.with(Map.of(PersonField.EMAIL, "sanne@example.org")));

  @Test
  void are_found_though_they_are_sealed_and_forgotten(JdbcClient jdbc) {
    IdempotencyKeys keys =
        new IdempotencyKeys(jdbc, MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
    Claim naming = claim(keys, "naming", "{\"reason\":\"sanne@example.org stands here twice\"}");
    Claim other = claim(keys, "other", "{\"reason\":\"joost@example.org\"}");
    AnswersOfAPerson answers = new AnswersOfAPerson(keys);

    assertThat(answers.held(SANNE)).isEqualTo(Map.of(DataKind.REPEATED_ANSWERS, 1));
    assertThat(answers.destroy(SANNE, NOW)).isEqualTo(Map.of(DataKind.REPEATED_ANSWERS, 1));

    assertThat(answers.destroy(SANNE, NOW)).isEqualTo(Map.of(DataKind.REPEATED_ANSWERS, 0));
    assertThat(keys.claim(naming)).isEqualTo(Known.FIRST);
    assertThat(keys.claim(other)).isEqualTo(Known.ANSWERED);
    assertThat(answers.remove(NOW.minus(Duration.ofDays(3_650)), NOW).removed()).isZero();
    assertThat(answers.remove(Instant.parse("2090-01-01T00:00:00Z"), NOW).removed()).isEqualTo(2);
  }

  private static Claim claim(IdempotencyKeys keys, String key, String body) {
    Claim claim = new Claim(new AccountId("account-1"), key, "hash");
    assertThat(keys.claim(claim)).isEqualTo(Known.FIRST);
    keys.keep(claim, new Answer(200, "application/json", "", body));
    return claim;
  }
}
