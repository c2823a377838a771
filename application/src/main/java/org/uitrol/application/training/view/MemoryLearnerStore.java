package org.uitrol.application.training.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** Who follows which course, kept in memory. One thread. */
public final class MemoryLearnerStore implements LearnerStore {

  private final Map<LearnerRecordId, LearnerRow> learners = new HashMap<>();

  @Override
  public void put(LearnerRow learner) {
    learners.put(learner.learnerRecord(), learner);
  }

  @Override
  public void clear() {
    learners.clear();
  }

  @Override
  public Optional<LearnerRow> find(LearnerRecordId learnerRecord) {
    return Optional.ofNullable(learners.get(learnerRecord));
  }

  @Override
  public List<LearnerRow> ofRollout(RolloutId rollout) {
    return learners.values().stream()
        .filter(row -> row.rollout().equals(rollout))
        .sorted(
            Comparator.comparing(LearnerRow::activity).thenComparing(row -> row.person().value()))
        .toList();
  }

  @Override
  public List<LearnerRow> ofPerson(PersonId person) {
    return learners.values().stream()
        .filter(row -> row.person().equals(person))
        .sorted(
            Comparator.comparing(LearnerRow::dueAt)
                .thenComparing(row -> row.learnerRecord().value()))
        .toList();
  }
}
