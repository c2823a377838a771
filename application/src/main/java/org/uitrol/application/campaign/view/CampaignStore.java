package org.uitrol.application.campaign.view;

import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.CampaignId;

/**
 * Keeps campaigns at a glance: in tables for the present, in memory for another date or a
 * simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface CampaignStore extends ViewStore {

  /** Stores a campaign in place of what was there. */
  void put(CampaignRow campaign);

  Optional<CampaignRow> find(CampaignId campaign);

  /** All campaigns, by key. */
  List<CampaignRow> list();
}
