package org.uitrol.application.survey.view;

import java.util.List;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.CampaignId;

/**
 * Keeps the results that were told: in tables for the present, in memory for another date or a
 * simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface ResultsStore extends ViewStore {

  void put(RoundRow round);

  /** The rounds of a campaign, by when they were told. */
  List<RoundRow> ofCampaign(CampaignId campaign);
}
