package org.uitrol.domain.shared;

/** One department's way through one campaign. */
public record RolloutId(String value) implements Id {

  public RolloutId {
    Ids.requireText(value);
  }

  /** The rollout of a department in a campaign. */
  public static RolloutId of(CampaignId campaign, DepartmentId department) {
    return new RolloutId(Ids.derived("rollout", campaign, department));
  }

  @Override
  public String toString() {
    return value;
  }
}
