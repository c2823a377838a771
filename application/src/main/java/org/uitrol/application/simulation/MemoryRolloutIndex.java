package org.uitrol.application.simulation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** The index of rollouts in memory. */
public final class MemoryRolloutIndex implements RolloutIndex {

  private final Map<RolloutId, Entry> entries = new LinkedHashMap<>();
  private final Set<RolloutId> over = new HashSet<>();

  @Override
  public void put(Entry entry) {
    entries.putIfAbsent(entry.rollout(), entry);
  }

  @Override
  public void repin(RolloutId rollout, int planVersion, PersonId owner) {
    entries.computeIfPresent(
        rollout,
        (id, entry) -> new Entry(id, entry.campaign(), entry.department(), planVersion, owner));
  }

  @Override
  public void over(RolloutId rollout) {
    over.add(rollout);
  }

  @Override
  public Optional<Entry> find(RolloutId rollout) {
    return Optional.ofNullable(entries.get(rollout));
  }

  @Override
  public List<Entry> ofCampaign(CampaignId campaign) {
    return entries.values().stream()
        .filter(entry -> entry.campaign().equals(campaign))
        .sorted(Comparator.comparing(entry -> entry.department().value()))
        .toList();
  }

  @Override
  public List<Entry> open() {
    return entries.values().stream()
        .filter(entry -> !over.contains(entry.rollout()))
        .sorted(
            Comparator.comparing((Entry entry) -> entry.campaign().value())
                .thenComparing(entry -> entry.department().value()))
        .toList();
  }

  @Override
  public List<Entry> ofDepartment(DepartmentId department) {
    return entries.values().stream()
        .filter(entry -> entry.department().equals(department))
        .sorted(Comparator.comparing(entry -> entry.campaign().value()))
        .toList();
  }

  @Override
  public List<Entry> openOfDepartment(DepartmentId department) {
    return ofDepartment(department).stream()
        .filter(entry -> !over.contains(entry.rollout()))
        .toList();
  }
}
