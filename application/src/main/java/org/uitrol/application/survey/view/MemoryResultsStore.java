package org.uitrol.application.survey.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uitrol.domain.shared.CampaignId;

/** Results kept in memory. One thread. */
public final class MemoryResultsStore implements ResultsStore {

  private final Map<String, RoundRow> rounds = new HashMap<>();

  @Override
  public void put(RoundRow round) {
    rounds.put(round.results() + "/" + round.round(), round);
  }

  @Override
  public void clear() {
    rounds.clear();
  }

  @Override
  public List<RoundRow> ofCampaign(CampaignId campaign) {
    return rounds.values().stream()
        .filter(round -> round.campaign().equals(campaign))
        .sorted(
            Comparator.comparing(RoundRow::toldAt)
                .thenComparing(round -> round.results().value())
                .thenComparing(RoundRow::round))
        .toList();
  }
}
