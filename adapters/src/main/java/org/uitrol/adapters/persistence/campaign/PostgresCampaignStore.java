package org.uitrol.adapters.persistence.campaign;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.domain.shared.CampaignId;

/** Campaigns at a glance, in PostgreSQL. */
@Component
public class PostgresCampaignStore implements CampaignStore {

  private final DocumentTable<CampaignRow> campaigns;

  public PostgresCampaignStore(JdbcClient jdbc) {
    campaigns = new DocumentTable<>(jdbc, "view_campaign", CampaignRow.class, "campaign");
  }

  @Override
  public void put(CampaignRow campaign) {
    campaigns.put(campaign, columns("campaign", campaign.campaign()));
  }

  @Override
  public void clear() {
    campaigns.clear();
  }

  @Override
  public Optional<CampaignRow> find(CampaignId campaign) {
    return campaigns.find("where campaign = :campaign", columns("campaign", campaign));
  }

  @Override
  public List<CampaignRow> list() {
    return campaigns.list("order by campaign collate \"C\"", columns());
  }
}
