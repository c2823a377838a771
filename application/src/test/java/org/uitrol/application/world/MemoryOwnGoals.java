package org.uitrol.application.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.application.directory.port.OwnGoals;
import org.uitrol.domain.shared.PersonId;

/** Goals in memory. */
final class MemoryOwnGoals implements OwnGoals {

  private final Map<PersonId, Map<String, Goal>> goals = new HashMap<>();

  @Override
  public List<Goal> of(PersonId person) {
    return goals.getOrDefault(person, Map.of()).values().stream()
        .sorted(Comparator.comparingInt(Goal::number))
        .toList();
  }

  @Override
  public Optional<Goal> find(PersonId person, String id) {
    return Optional.ofNullable(goals.getOrDefault(person, Map.of()).get(id));
  }

  @Override
  public void put(PersonId person, Goal goal) {
    goals.computeIfAbsent(person, none -> new HashMap<>()).put(goal.id(), goal);
  }

  @Override
  public void remove(PersonId person, String id) {
    goals.getOrDefault(person, new HashMap<>()).remove(id);
  }
}
