package org.uitrol.domain.rollout;

import java.util.List;
import org.uitrol.domain.rollout.gate.GatePlan;

/** One stage as the plan says it. */
public record StagePlan(StageName stage, List<ActivityPlan> activities, GatePlan gate) {

  public StagePlan {
    activities = List.copyOf(activities);
  }
}
