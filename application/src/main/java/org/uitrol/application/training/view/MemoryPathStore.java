package org.uitrol.application.training.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.training.SkillPath;

/** How far people are on their paths, kept in memory. One thread. */
public final class MemoryPathStore implements PathStore {

  private final Map<SkillPathId, SkillPath> paths = new HashMap<>();

  @Override
  public void put(SkillPath path) {
    paths.put(path.id(), path);
  }

  @Override
  public void clear() {
    paths.clear();
  }

  @Override
  public Optional<SkillPath> find(SkillPathId path) {
    return Optional.ofNullable(paths.get(path));
  }

  @Override
  public List<SkillPath> ofRollout(RolloutId rollout) {
    return paths.values().stream()
        .filter(path -> path.rollout().equals(rollout))
        .sorted(
            Comparator.comparing(SkillPath::activity).thenComparing(path -> path.person().value()))
        .toList();
  }

  @Override
  public List<SkillPath> ofPerson(PersonId person) {
    return paths.values().stream()
        .filter(path -> path.person().equals(person))
        .sorted(Comparator.comparing(SkillPath::dueAt).thenComparing(path -> path.id().value()))
        .toList();
  }
}
