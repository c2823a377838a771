package org.uitrol.application.followup.view;

import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * Keeps who is followed up for what: in tables for the present, in memory for another date or a
 * simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface FollowUpStore extends ViewStore {

  /** Stores a follow-up in place of what was there. */
  void put(FollowUpRow followUp);

  Optional<FollowUpRow> find(FollowUpId followUp);

  /** All that are open, the oldest first. */
  List<FollowUpRow> open();

  /** Those of a rollout, the oldest first. */
  List<FollowUpRow> ofRollout(RolloutId rollout);

  /** Those of a person, the oldest first. */
  List<FollowUpRow> ofPerson(PersonId person);
}
