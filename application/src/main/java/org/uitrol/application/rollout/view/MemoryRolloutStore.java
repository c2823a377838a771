package org.uitrol.application.rollout.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** How far departments are, kept in memory. One thread. */
public final class MemoryRolloutStore implements RolloutStore {

  private final Map<RolloutId, RolloutRow> rollouts = new HashMap<>();
  private final Map<RolloutId, SortedMap<String, ActivityRow>> activities = new HashMap<>();
  private final Map<RolloutId, SortedMap<String, ReactionRow>> reactions = new HashMap<>();
  private final Map<RolloutId, SortedMap<String, PersonId>> members = new HashMap<>();

  @Override
  public void put(RolloutRow rollout) {
    rollouts.put(rollout.rollout(), rollout);
  }

  @Override
  public void put(ActivityRow activity) {
    activities
        .computeIfAbsent(activity.rollout(), rollout -> new TreeMap<>())
        .put(activity.activity(), activity);
  }

  @Override
  public void put(ReactionRow reaction) {
    reactions
        .computeIfAbsent(reaction.rollout(), rollout -> new TreeMap<>())
        .put(reaction.reaction() + "@" + reaction.cause(), reaction);
  }

  @Override
  public void join(RolloutId rollout, PersonId person) {
    members.computeIfAbsent(rollout, one -> new TreeMap<>()).put(person.value(), person);
  }

  @Override
  public void leave(RolloutId rollout, PersonId person) {
    members.getOrDefault(rollout, new TreeMap<>()).remove(person.value());
  }

  @Override
  public void clear() {
    rollouts.clear();
    activities.clear();
    reactions.clear();
    members.clear();
  }

  @Override
  public Optional<RolloutRow> find(RolloutId rollout) {
    return Optional.ofNullable(rollouts.get(rollout));
  }

  @Override
  public List<RolloutRow> ofCampaign(CampaignId campaign) {
    return rollouts.values().stream()
        .filter(row -> row.campaign().equals(campaign))
        .sorted(Comparator.comparing(row -> row.department().value()))
        .toList();
  }

  @Override
  public List<RolloutRow> ofDepartment(DepartmentId department) {
    return byCampaign(row -> row.department().equals(department));
  }

  @Override
  public List<RolloutRow> ofPerson(PersonId person) {
    return byCampaign(row -> members(row.rollout()).contains(person));
  }

  @Override
  public List<PersonId> members(RolloutId rollout) {
    return List.copyOf(members.getOrDefault(rollout, new TreeMap<>()).values());
  }

  @Override
  public Optional<ActivityRow> activity(RolloutId rollout, String activity) {
    return Optional.ofNullable(activities.getOrDefault(rollout, new TreeMap<>()).get(activity));
  }

  @Override
  public List<ActivityRow> activities(RolloutId rollout) {
    return activities.getOrDefault(rollout, new TreeMap<>()).values().stream()
        .sorted(ActivityRow.IN_ORDER)
        .toList();
  }

  @Override
  public List<ReactionRow> reactions(RolloutId rollout) {
    return reactions.getOrDefault(rollout, new TreeMap<>()).values().stream()
        .sorted(
            Comparator.comparing(ReactionRow::at)
                .reversed()
                .thenComparing(ReactionRow::reaction)
                .thenComparing(ReactionRow::cause))
        .toList();
  }

  private List<RolloutRow> byCampaign(Predicate<RolloutRow> wanted) {
    return rollouts.values().stream()
        .filter(wanted)
        .sorted(
            Comparator.comparing((RolloutRow row) -> row.campaign().value())
                .thenComparing(row -> row.department().value()))
        .toList();
  }
}
