package org.uitrol.application.followup.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** Who is followed up for what, kept in memory. One thread. */
public final class MemoryFollowUpStore implements FollowUpStore {

  private final Map<FollowUpId, FollowUpRow> followUps = new HashMap<>();

  @Override
  public void put(FollowUpRow followUp) {
    followUps.put(followUp.followUp(), followUp);
  }

  @Override
  public void clear() {
    followUps.clear();
  }

  @Override
  public Optional<FollowUpRow> find(FollowUpId followUp) {
    return Optional.ofNullable(followUps.get(followUp));
  }

  @Override
  public List<FollowUpRow> open() {
    return oldestFirst(FollowUpRow::open);
  }

  @Override
  public List<FollowUpRow> ofRollout(RolloutId rollout) {
    return oldestFirst(row -> row.rollout().equals(rollout));
  }

  @Override
  public List<FollowUpRow> ofPerson(PersonId person) {
    return oldestFirst(row -> row.person().equals(person));
  }

  private List<FollowUpRow> oldestFirst(Predicate<FollowUpRow> wanted) {
    return followUps.values().stream()
        .filter(wanted)
        .sorted(
            Comparator.comparing(FollowUpRow::openedAt)
                .thenComparing(row -> row.followUp().value()))
        .toList();
  }
}
