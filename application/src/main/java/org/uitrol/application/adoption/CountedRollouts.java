package org.uitrol.application.adoption;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;

/**
 * In which departments use is counted: where the plan says so and, if the works council has a say,
 * it has had it about that version.
 */
@Component
public class CountedRollouts {

  private final CampaignStore campaigns;
  private final RolloutStore rollouts;
  private final Plans plans;

  public CountedRollouts(CampaignStore campaigns, RolloutStore rollouts, Plans plans) {
    this.campaigns = campaigns;
    this.rollouts = rollouts;
    this.plans = plans;
  }

  /** A department in which use is counted. */
  public record Counted(RolloutRow rollout, Plan plan, UsageRule rule) {}

  /** The departments of a campaign in which use is counted, by department. */
  public List<Counted> ofCampaign(CampaignId campaign) {
    return campaigns.find(campaign).map(this::ofCampaign).orElse(List.of());
  }

  /** All departments in which use of something is counted. */
  private List<Counted> ofProduct(UsageProduct product) {
    return campaigns.list().stream()
        .flatMap(campaign -> ofCampaign(campaign).stream())
        .filter(counted -> counted.rule().of() == product)
        .toList();
  }

  /** All people of whom use of something is counted. */
  public Set<PersonId> people(UsageProduct product) {
    Set<PersonId> people = new HashSet<>();
    ofProduct(product)
        .forEach(counted -> people.addAll(rollouts.members(counted.rollout().rollout())));
    return people;
  }

  private List<Counted> ofCampaign(CampaignRow campaign) {
    return rollouts.ofCampaign(campaign.campaign()).stream()
        .filter(rollout -> rollout.status() != RolloutStatus.CANCELLED)
        .flatMap(rollout -> counted(campaign, rollout).stream())
        .toList();
  }

  private Optional<Counted> counted(CampaignRow campaign, RolloutRow rollout) {
    Plan plan = plans.inForce(rollout.campaign(), rollout.planVersion());
    UsageRule rule = plan.privacy().usage();
    boolean consulted = plan.governance().isConsulted(rollout.planVersion(), campaign.consulted());
    return rule == null || !consulted
        ? Optional.empty()
        : Optional.of(new Counted(rollout, plan, rule));
  }
}
