package org.uitrol.application.campaign.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.DepartmentId;

/** What an amendment will change for each department, before it is in force. */
public final class AmendmentEffects {

  private AmendmentEffects() {}

  /**
   * What changes for one department.
   *
   * @param from the stage from which on the amendment counts; empty for a department that hasn't
   *     begun and starts with it, or that nothing is left for
   * @param begun whether it has begun
   * @param people how many people it is about
   * @param keeps how many sessions are planned already and stay as they are
   * @param added activities that come, by id
   * @param removed activities that won't be, by id
   * @param changed activities that will be otherwise, by id
   * @param stages stages whose gate will ask for something else
   */
  public record Effect(
      DepartmentId department,
      Optional<StageName> from,
      boolean begun,
      int people,
      int keeps,
      List<String> added,
      List<String> removed,
      List<String> changed,
      List<StageName> stages) {

    public Effect {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      changed = List.copyOf(changed);
      stages = List.copyOf(stages);
    }
  }

  /**
   * What changes for the departments of a campaign that aren't through.
   *
   * @param waiting departments of waves that haven't started
   * @param people how many people work in a department
   * @param sessions how many sessions of a rollout are planned and to come
   */
  public static List<Effect> of(
      Plan before,
      Plan after,
      List<RolloutRow> running,
      Set<DepartmentId> waiting,
      ToIntFunction<DepartmentId> people,
      ToIntFunction<RolloutRow> sessions) {
    List<Effect> effects = new ArrayList<>();
    for (RolloutRow row : running) {
      if (!row.status().isOver()) {
        effects.add(
            effect(
                row.department(),
                row.stage(),
                row.members(),
                sessions.applyAsInt(row),
                before,
                after));
      }
    }
    for (DepartmentId department : waiting) {
      effects.add(effect(department, null, people.applyAsInt(department), 0, before, after));
    }
    return effects;
  }

  private static Effect effect(
      DepartmentId department,
      @Nullable StageName now,
      int people,
      int keeps,
      Plan before,
      Plan after) {
    Map<String, ActivityPlan> old = activities(before, now);
    Map<String, ActivityPlan> next = activities(after, now);
    Set<String> added = new LinkedHashSet<>(next.keySet());
    added.removeAll(old.keySet());
    Set<String> removed = new LinkedHashSet<>(old.keySet());
    removed.removeAll(next.keySet());
    List<String> changed =
        next.keySet().stream()
            .filter(old::containsKey)
            .filter(id -> differs(old.get(id), next.get(id), before, after))
            .toList();
    return new Effect(
        department,
        now == null ? Optional.empty() : after.rolloutPlan().after(now),
        now != null,
        people,
        keeps,
        List.copyOf(added),
        List.copyOf(removed),
        changed,
        gates(before, after, now));
  }

  /** An activity changes also when what it uses does. */
  private static boolean differs(
      @Nullable ActivityPlan one, @Nullable ActivityPlan other, Plan before, Plan after) {
    return one == null
        || !one.equals(other)
        || !before.meeting(one.kind(), one.uses()).equals(after.meeting(one.kind(), one.uses()))
        || !Objects.equals(used(one, before), used(one, after));
  }

  private static @Nullable Object used(ActivityPlan activity, Plan plan) {
    return switch (activity.kind()) {
      case ANNOUNCEMENT -> plan.mails().get(activity.uses());
      case SURVEY -> plan.surveys().get(activity.uses());
      case TRAINING -> plan.courses().get(activity.uses());
      case PATH -> plan.skillMatrix().withoutOthersThan(activity.uses());
      case PRESENTATION, DEMO, COACHING, TASK -> null;
    };
  }

  private static Map<String, ActivityPlan> activities(Plan plan, @Nullable StageName now) {
    Map<String, ActivityPlan> activities = new LinkedHashMap<>();
    plan.stages().stream()
        .filter(stage -> now == null || stage.stage().compareTo(now) > 0)
        .flatMap(stage -> stage.activities().stream())
        .forEach(activity -> activities.put(activity.id(), activity));
    return activities;
  }

  private static List<StageName> gates(Plan before, Plan after, @Nullable StageName now) {
    return after.stages().stream()
        .filter(stage -> now == null || stage.stage().compareTo(now) > 0)
        .filter(stage -> before.rolloutPlan().has(stage.stage()))
        .filter(stage -> !before.rolloutPlan().stage(stage.stage()).gate().equals(stage.gate()))
        .map(stage -> stage.stage())
        .toList();
  }
}
