package org.uitrol.domain.rollout;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.shared.CalendarRule;

/**
 * The part of a plan version that a department's rollout decides by. It stands in the event that
 * starts the rollout, so that the rollout stays pinned to it.
 *
 * @param consultedBefore the stage that no department enters before the works council has had its
 *     say about this version; null when the plan needs no consultation
 * @param members what becomes of people who come and go; null where the plan doesn't say
 * @param asksForChampions whether people may offer to help others; null for no
 */
public record RolloutPlan(
    CalendarRule calendar,
    List<StagePlan> stages,
    List<ReactionPlan> reactions,
    @Nullable StageName consultedBefore,
    @Nullable MemberRules members,
    @Nullable Boolean asksForChampions) {

  public RolloutPlan {
    stages = List.copyOf(stages);
    reactions = List.copyOf(reactions);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("a plan needs at least one stage");
    }
  }

  /** A plan that says nothing of who comes and goes. */
  public RolloutPlan(
      CalendarRule calendar,
      List<StagePlan> stages,
      List<ReactionPlan> reactions,
      @Nullable StageName consultedBefore) {
    this(calendar, stages, reactions, consultedBefore, null, null);
  }

  /** What becomes of people who come and go, also where the plan doesn't say. */
  public MemberRules memberRules() {
    return members == null ? MemberRules.DEFAULT : members;
  }

  /** A plan that needs no consultation. */
  public RolloutPlan(CalendarRule calendar, List<StagePlan> stages, List<ReactionPlan> reactions) {
    this(calendar, stages, reactions, null);
  }

  public StagePlan stage(StageName name) {
    return stages.stream()
        .filter(stage -> stage.stage() == name)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the plan has no stage " + name.key()));
  }

  public boolean has(StageName name) {
    return stages.stream().anyMatch(stage -> stage.stage() == name);
  }

  public StageName first() {
    return stages.get(0).stage();
  }

  /** The stage that follows, if any does; also when this plan doesn't have the given stage. */
  public Optional<StageName> after(StageName name) {
    return stages.stream()
        .map(StagePlan::stage)
        .filter(stage -> stage.compareTo(name) > 0)
        .findFirst();
  }

  /** Whether a department may enter a stage only after the works council has had its say. */
  public boolean needsConsultation(StageName entering) {
    return consultedBefore != null && entering.compareTo(consultedBefore) >= 0;
  }
}
