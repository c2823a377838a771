package org.uitrol.application.survey.source.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;

/** Sources kept in memory. One thread. */
public final class MemoryAnswerSourceStore implements AnswerSourceStore {

  private final Map<AnswerSourceId, AnswerSourceRow> rows = new HashMap<>();

  @Override
  public void put(AnswerSourceRow row) {
    rows.put(row.source(), row);
  }

  @Override
  public void remove(AnswerSourceId source) {
    rows.remove(source);
  }

  @Override
  public void clear() {
    rows.clear();
  }

  @Override
  public List<AnswerSourceRow> of(CampaignId campaign, String activity) {
    return rows.values().stream()
        .filter(row -> row.campaign().equals(campaign) && row.activity().equals(activity))
        .sorted(
            Comparator.comparing(AnswerSourceRow::name).thenComparing(row -> row.source().value()))
        .toList();
  }
}
