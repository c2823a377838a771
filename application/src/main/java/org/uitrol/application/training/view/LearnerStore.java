package org.uitrol.application.training.view;

import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * Keeps who follows which course: in tables for the present, in memory for another date or a
 * simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface LearnerStore extends ViewStore {

  /** Stores a record in place of what was there. */
  void put(LearnerRow learner);

  Optional<LearnerRow> find(LearnerRecordId learnerRecord);

  /** The records of a rollout, by activity, then by person. */
  List<LearnerRow> ofRollout(RolloutId rollout);

  /** What a person follows or followed, by deadline. */
  List<LearnerRow> ofPerson(PersonId person);
}
