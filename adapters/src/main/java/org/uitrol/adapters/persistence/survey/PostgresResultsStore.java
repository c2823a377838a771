package org.uitrol.adapters.persistence.survey;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.survey.view.ResultsStore;
import org.uitrol.application.survey.view.RoundRow;
import org.uitrol.domain.shared.CampaignId;

/** Results that were told, in PostgreSQL. */
@Component
public class PostgresResultsStore implements ResultsStore {

  private final DocumentTable<RoundRow> rounds;

  public PostgresResultsStore(JdbcClient jdbc) {
    rounds = new DocumentTable<>(jdbc, "view_results", RoundRow.class, "results", "round");
  }

  @Override
  public void put(RoundRow round) {
    rounds.put(
        round,
        columns(
            "results", round.results(),
            "round", round.round(),
            "campaign", round.campaign(),
            "told_at", round.toldAt()));
  }

  @Override
  public void clear() {
    rounds.clear();
  }

  @Override
  public List<RoundRow> ofCampaign(CampaignId campaign) {
    return rounds.list(
        "where campaign = :campaign order by told_at, results collate \"C\", round",
        Map.of("campaign", campaign));
  }
}
