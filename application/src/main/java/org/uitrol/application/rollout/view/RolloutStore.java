package org.uitrol.application.rollout.view;

import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * Keeps how far departments are: in tables for the present, in memory for another date or a
 * simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface RolloutStore extends ViewStore {

  /** Stores a rollout in place of what was there. */
  void put(RolloutRow rollout);

  /** Stores an activity in place of what was there. */
  void put(ActivityRow activity);

  /** Stores one consideration of a reaction in place of the one of the same cause. */
  void put(ReactionRow reaction);

  /** Somebody is a member from now on. */
  void join(RolloutId rollout, PersonId person);

  /** Somebody is no member any more. */
  void leave(RolloutId rollout, PersonId person);

  Optional<RolloutRow> find(RolloutId rollout);

  /** The rollouts of a campaign, by department. */
  List<RolloutRow> ofCampaign(CampaignId campaign);

  /** The rollouts of a department, by campaign. */
  List<RolloutRow> ofDepartment(DepartmentId department);

  /** The rollouts that a person is in now, by campaign. */
  List<RolloutRow> ofPerson(PersonId person);

  /** Who is in it now, by id. */
  List<PersonId> members(RolloutId rollout);

  Optional<ActivityRow> activity(RolloutId rollout, String activity);

  /** The activities of all stages so far: by stage, then by when they are due, then by id. */
  List<ActivityRow> activities(RolloutId rollout);

  /** What reactions did and didn't do: the latest first. */
  List<ReactionRow> reactions(RolloutId rollout);
}
