package org.uitrol.application.campaign.view;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.uitrol.domain.shared.CampaignId;

/** Campaigns at a glance, kept in memory. One thread. */
public final class MemoryCampaignStore implements CampaignStore {

  private final SortedMap<String, CampaignRow> campaigns = new TreeMap<>();

  @Override
  public void put(CampaignRow campaign) {
    campaigns.put(campaign.campaign().value(), campaign);
  }

  @Override
  public void clear() {
    campaigns.clear();
  }

  @Override
  public Optional<CampaignRow> find(CampaignId campaign) {
    return Optional.ofNullable(campaigns.get(campaign.value()));
  }

  @Override
  public List<CampaignRow> list() {
    return List.copyOf(campaigns.values());
  }
}
