package org.uitrol.adapters.persistence.survey;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.survey.source.view.AnswerSourceRow;
import org.uitrol.application.survey.source.view.AnswerSourceStore;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;

/** Sources of answers, in PostgreSQL. */
@Component
public class PostgresAnswerSourceStore implements AnswerSourceStore {

  private final DocumentTable<AnswerSourceRow> sources;

  public PostgresAnswerSourceStore(JdbcClient jdbc) {
    sources = new DocumentTable<>(jdbc, "view_answer_source", AnswerSourceRow.class, "source");
  }

  @Override
  public void put(AnswerSourceRow row) {
    sources.put(
        row,
        columns(
            "source", row.source(),
            "campaign", row.campaign(),
            "activity", row.activity(),
            "name", row.name()));
  }

  @Override
  public void remove(AnswerSourceId source) {
    sources.delete("where source = :source", Map.of("source", source));
  }

  @Override
  public void clear() {
    sources.clear();
  }

  @Override
  public List<AnswerSourceRow> of(CampaignId campaign, String activity) {
    return sources.list(
        "where campaign = :campaign and activity = :activity order by name collate \"C\","
            + " source collate \"C\"",
        Map.of("campaign", campaign, "activity", activity));
  }
}
