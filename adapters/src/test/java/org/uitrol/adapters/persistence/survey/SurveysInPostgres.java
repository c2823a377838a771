package org.uitrol.adapters.persistence.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.survey.view.MemorySurveyStore;
import org.uitrol.application.survey.view.SurveyRow;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class SurveysInPostgres {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final SurveyId READINESS = new SurveyId("q-1");
  private static final SurveyId AFTERWARDS = new SurveyId("q-2");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final Instant OPENED = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant CLOSES = Instant.parse("2027-01-21T16:00:00Z");

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresSurveyStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemorySurveyStore());
  }

  private static void check(SurveyStore store) {
    store.put(row(READINESS, CLOSES, null));
    store.put(row(AFTERWARDS, CLOSES.minusSeconds(60), null));
    store.put(row(new SurveyId("q-3"), CLOSES, OPENED));
    for (SurveyId survey : List.of(READINESS, AFTERWARDS, new SurveyId("q-3"))) {
      store.invite(survey, SANNE);
      store.invite(survey, SANNE);
      store.invite(survey, JOOST);
    }
    store.uninvite(READINESS, JOOST);
    store.participate(AFTERWARDS, JOOST);
    store.participate(AFTERWARDS, JOOST);

    SurveyRow readiness = row(READINESS, CLOSES, null).with(1, 0);
    SurveyRow afterwards = row(AFTERWARDS, CLOSES.minusSeconds(60), null).with(2, 1);
    assertThat(store.find(READINESS)).contains(readiness);
    assertThat(store.find(new SurveyId("none"))).isEmpty();
    assertThat(store.ofRollout(ROLLOUT)).hasSize(3).startsWith(readiness, afterwards);
    assertThat(store.openOf(SANNE, OPENED)).containsExactly(afterwards, readiness);
    assertThat(store.openOf(SANNE, CLOSES.minusSeconds(30))).containsExactly(readiness);
    assertThat(store.openOf(JOOST, OPENED)).isEmpty();
    assertThat(store.invited(READINESS, SANNE)).isTrue();
    assertThat(store.invited(READINESS, JOOST)).isFalse();
    assertThat(store.participated(AFTERWARDS, JOOST)).isTrue();
    assertThat(store.participated(AFTERWARDS, SANNE)).isFalse();

    store.clear();
    assertThat(store.ofRollout(ROLLOUT)).isEmpty();
    assertThat(store.invited(READINESS, SANNE)).isFalse();
    assertThat(store.participated(AFTERWARDS, JOOST)).isFalse();
  }

  private static SurveyRow row(SurveyId id, Instant closes, @Nullable Instant closed) {
    Question worry =
        new Question(
            "jobWorry",
            Kind.SCALE,
            Text.of("nl", "Maakt u zich zorgen?"),
            5,
            Text.of("nl", "nee"),
            Text.of("nl", "ja"),
            List.of(),
            false,
            true);
    return new SurveyRow(
        id,
        ROLLOUT,
        "readiness",
        new SurveyPlan(Text.of("nl", "Klaar voor AI?"), null, List.of(worry)),
        5,
        OPENED,
        closes,
        closed,
        0,
        0,
        new TreeMap<>(Map.of("responses.rate", 1.0)),
        false);
  }
}
