package org.uitrol.application.campaign;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.StreamId;

/** Plan versions, which never change once they are written and are therefore kept. */
@Component
public class Plans {

  private final Streams streams;
  private final Map<String, Plan> known = new ConcurrentHashMap<>();
  private final Map<String, Plan> merged = new ConcurrentHashMap<>();

  public Plans(Streams streams) {
    this.streams = streams;
  }

  /**
   * One version of a campaign's plan.
   *
   * @throws IllegalStateException when there is no such version
   */
  public Plan plan(CampaignId campaign, int version) {
    return known.computeIfAbsent(key(campaign, version), key -> read(campaign, version));
  }

  /**
   * One version as a rollout that is pinned to it needs it: with what earlier versions had and it
   * lacks, for what still runs under those.
   *
   * @throws IllegalStateException when there is no such version
   */
  public Plan inForce(CampaignId campaign, int version) {
    return merged.computeIfAbsent(key(campaign, version), key -> merge(campaign, version));
  }

  /**
   * Who wrote one version.
   *
   * @throws IllegalStateException when there is no such version
   */
  public AccountId author(CampaignId campaign, int version) {
    return drafted(campaign, version).author();
  }

  private Plan merge(CampaignId campaign, int version) {
    Plan plan = plan(campaign, version);
    for (int earlier = version - 1; earlier >= 1; earlier--) {
      plan = plan.withRemainsOf(plan(campaign, earlier));
    }
    return plan;
  }

  private static String key(CampaignId campaign, int version) {
    return campaign + "/" + version;
  }

  private Plan read(CampaignId campaign, int version) {
    return drafted(campaign, version).plan();
  }

  private PlanDrafted drafted(CampaignId campaign, int version) {
    return streams.events(StreamId.of("campaign", campaign), CampaignEvent.class).stream()
        .filter(PlanDrafted.class::isInstance)
        .map(PlanDrafted.class::cast)
        .filter(drafted -> drafted.version() == version)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(campaign + " has no plan version " + version));
  }
}
