package org.uitrol.adapters.persistence.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.survey.view.MemoryResultsStore;
import org.uitrol.application.survey.view.ResultsStore;
import org.uitrol.application.survey.view.RoundRow;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ResultsId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.result.Band;
import org.uitrol.domain.survey.result.Breakdown;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.Group;
import org.uitrol.domain.survey.result.GroupResult;
import org.uitrol.domain.survey.result.QuestionResult;
import org.uitrol.domain.survey.result.ResultSheet;
import org.uitrol.domain.survey.result.Score;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class ResultsInPostgres {

  private static final CampaignId COPILOT = new CampaignId("copilot-2027");
  private static final Instant AT = Instant.parse("2027-02-01T09:00:00Z");

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresResultsStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemoryResultsStore());
  }

  private static void check(ResultsStore store) {
    RoundRow second = row("readiness", 2, AT.plusSeconds(60));
    RoundRow first = row("readiness", 1, AT);
    store.put(second);
    store.put(first);
    store.put(first);

    assertThat(store.ofCampaign(COPILOT)).containsExactly(first, second);
    assertThat(store.ofCampaign(new CampaignId("other"))).isEmpty();

    store.clear();
    assertThat(store.ofCampaign(COPILOT)).isEmpty();
  }

  private static RoundRow row(String activity, int round, Instant at) {
    GroupResult clerks =
        new GroupResult(
            new Group(Breakdown.FUNCTION, "Clerk"),
            new Band(5, 9),
            new Score(2.1, 2.6),
            new TreeMap<>(Map.of("1", new Band(0, 2))));
    return new RoundRow(
        ResultsId.of(COPILOT, activity),
        COPILOT,
        activity,
        round,
        List.of(new ClosedSurvey(new SurveyId("q-" + round), new RolloutId("r-1"), 12)),
        new SurveyPlan(Text.of("nl", "Klaar voor AI?"), null, List.of()),
        5,
        new ResultSheet(
            List.of(
                new QuestionResult(
                    "worry", List.of(clerks), new TreeMap<>(Map.of(Breakdown.FUNCTION, 2)), 1))),
        at);
  }
}
