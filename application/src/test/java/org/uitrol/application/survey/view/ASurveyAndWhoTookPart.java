package org.uitrol.application.survey.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.uitrol.application.support.Projection;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.ParticipationId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyEvent.PersonInvited;
import org.uitrol.domain.survey.SurveyEvent.PersonUninvited;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyPlan;

class ASurveyAndWhoTookPart {

  private static final SurveyId SURVEY = new SurveyId("q-1");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final PersonId NOOR = new PersonId("p-3");
  private static final Instant OPENED = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant CLOSES = Instant.parse("2027-01-21T16:00:00Z");

  @Test
  void is_open_to_everybody_who_is_invited() {
    SurveyStore store =
        after(new PersonInvited(SURVEY, NOOR, OPENED), new PersonUninvited(SURVEY, JOOST, OPENED));

    assertThat(survey(store).invited()).isEqualTo(2);
    assertThat(store.openOf(NOOR, OPENED)).containsExactly(survey(store));
    assertThat(store.openOf(JOOST, OPENED)).isEmpty();
  }

  @Test
  void is_not_open_any_more_after_its_time() {
    assertThat(after().openOf(SANNE, CLOSES)).isEmpty();
  }

  @Test
  void is_answered_once_somebody_has() {
    SurveyStore store =
        after(new ParticipationRecorded(new ParticipationId("x-1"), SURVEY, SANNE, OPENED));

    assertThat(store.participated(SURVEY, SANNE)).isTrue();
    assertThat(store.participated(SURVEY, JOOST)).isFalse();
    assertThat(survey(store).participated()).isEqualTo(1);
    assertThat(store.openOf(SANNE, OPENED)).isEmpty();
  }

  @Test
  void shows_what_came_of_it() {
    SurveyStore store =
        after(
            new SurveyClosed(
                SURVEY,
                ROLLOUT,
                "readiness",
                new TreeMap<>(Map.of("responses.rate", 0.5)),
                true,
                CLOSES));

    assertThat(survey(store).closed()).isTrue();
    assertThat(survey(store).withheld()).isTrue();
    assertThat(survey(store).outcome()).containsExactly(Map.entry("responses.rate", 0.5));
    assertThat(store.openOf(SANNE, OPENED)).isEmpty();
  }

  private static SurveyRow survey(SurveyStore store) {
    return store.find(SURVEY).orElseThrow();
  }

  private static SurveyStore after(DomainEvent... events) {
    List<DomainEvent> all = new ArrayList<>();
    all.add(
        new SurveyOpened(
            SURVEY,
            ROLLOUT,
            "readiness",
            new SurveyPlan(Text.of("nl", "Klaar voor AI?"), null, List.of()),
            5,
            List.of(SANNE, JOOST),
            CLOSES,
            List.of(),
            OPENED));
    all.addAll(List.of(events));
    return Projection.<SurveyStore>fill(
        MemorySurveyStore::new, SurveyProjector::new, store -> store.ofRollout(ROLLOUT), all);
  }
}
