package org.uitrol.domain.rollout;

import java.util.List;
import java.util.Optional;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.shared.CalendarRule;

/**
 * The part of a plan version that a department's rollout decides by. It stands in the event that
 * starts the rollout, so that the rollout stays pinned to it.
 */
public record RolloutPlan(
    CalendarRule calendar, List<StagePlan> stages, List<ReactionPlan> reactions) {

  public RolloutPlan {
    stages = List.copyOf(stages);
    reactions = List.copyOf(reactions);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("a plan needs at least one stage");
    }
  }

  public StagePlan stage(StageName name) {
    return stages.stream()
        .filter(stage -> stage.stage() == name)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the plan has no stage " + name.key()));
  }

  /** The stage that follows, if any does. */
  public Optional<StageName> after(StageName name) {
    int next = stages.indexOf(stage(name)) + 1;
    return next < stages.size() ? Optional.of(stages.get(next).stage()) : Optional.empty();
  }
}
