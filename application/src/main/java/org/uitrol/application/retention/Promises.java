package org.uitrol.application.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.Measure;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.campaign.consultation.Register;

/** How long something is kept, by the registers that works councils read. */
@Component
public class Promises {

  private final CampaignStore campaigns;
  private final Plans plans;

  public Promises(CampaignStore campaigns, Plans plans) {
    this.campaigns = campaigns;
    this.plans = plans;
  }

  /** A launched campaign that measures something, and for how many months it keeps that. */
  public record Promise(CampaignRow campaign, Plan plan, int months) {}

  /** What launched campaigns say of a measure; of several in one campaign the longest. */
  public List<Promise> about(MeasureKind kind) {
    List<Promise> promises = new ArrayList<>();
    for (CampaignRow campaign : campaigns.list()) {
      if (campaign.launchedAt() != null) {
        Plan plan = plans.inForce(campaign.campaign(), campaign.version());
        months(plan, kind).ifPresent(months -> promises.add(new Promise(campaign, plan, months)));
      }
    }
    return List.copyOf(promises);
  }

  private static OptionalInt months(Plan plan, MeasureKind kind) {
    return Register.of(plan).measures().stream()
        .filter(measure -> measure.kind() == kind)
        .map(Measure::rule)
        .mapToInt(rule -> rule.keep())
        .max();
  }
}
