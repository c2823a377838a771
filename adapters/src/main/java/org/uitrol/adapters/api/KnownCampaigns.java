package org.uitrol.adapters.api;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;

/** The campaigns by their keys, as requests write them. */
@Component
public class KnownCampaigns {

  private final CampaignStore campaigns;

  KnownCampaigns(CampaignStore campaigns) {
    this.campaigns = campaigns;
  }

  /**
   * The campaign with that key.
   *
   * @throws Rejected {@code UNKNOWN_CAMPAIGN} when there is none
   */
  public CampaignRow named(String campaign) {
    Rejected unknown = new Rejected("UNKNOWN_CAMPAIGN", Map.of("campaign", campaign));
    try {
      return campaigns.find(new CampaignId(campaign)).orElseThrow(() -> unknown);
    } catch (IllegalArgumentException e) {
      throw unknown;
    }
  }
}
