package org.uitrol.application.training.view;

import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.training.SkillPath;

/**
 * Keeps how far people are on their paths: in tables for the present, in memory for another date or
 * a simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface PathStore extends ViewStore {

  /** Stores a path in place of what was there. */
  void put(SkillPath path);

  Optional<SkillPath> find(SkillPathId path);

  /** The paths of a rollout, by activity, then by person. */
  List<SkillPath> ofRollout(RolloutId rollout);

  /** The paths that a person follows or followed, by deadline. */
  List<SkillPath> ofPerson(PersonId person);
}
