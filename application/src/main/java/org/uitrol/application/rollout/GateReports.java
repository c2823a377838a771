package org.uitrol.application.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.rollout.ActivityReport;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.Rules;
import org.uitrol.domain.rollout.gate.GateReport;
import org.uitrol.domain.shared.RolloutId;

/**
 * Why gates are open or closed, worked out from the history itself by the very rules by which the
 * gates decide.
 */
@Component
public class GateReports {

  private final Streams streams;
  private final Rules rules;

  public GateReports(Streams streams, Rules rules) {
    this.streams = streams;
    this.rules = rules;
  }

  /**
   * The gate and the activities of a rollout at that moment, by what had happened until then; empty
   * when it hadn't begun.
   */
  public Optional<RolloutReport> report(RolloutId rollout, Instant at) {
    @Nullable DepartmentRollout state = null;
    for (RolloutEvent event : streams.events(rollout, RolloutEvent.class)) {
      if (!event.at().isAfter(at)) {
        state = DepartmentRollout.evolve(state, event);
      }
    }
    return Optional.ofNullable(state)
        .map(now -> new RolloutReport(now.gateReport(at, rules), now.activityReport()));
  }

  /** The gate of the present stage, and the activities of all stages so far. */
  public record RolloutReport(GateReport gate, List<ActivityReport> activities) {

    public RolloutReport {
      activities = List.copyOf(activities);
    }
  }
}
