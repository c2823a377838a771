package org.uitrol.application.rollout.port;

import java.util.List;
import java.util.Optional;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * Which rollout belongs to which campaign and department. The processor that runs the processes
 * fills it, so that it never lags behind them. Takes part in the caller's transaction.
 */
public interface RolloutIndex {

  /** Adds a rollout; a second time changes nothing. */
  void put(Entry entry);

  /** The rollout is pinned to another version of the plan, with another owner perhaps. */
  void repin(RolloutId rollout, int planVersion, PersonId owner);

  /** The rollout is completed or cancelled. */
  void over(RolloutId rollout);

  Optional<Entry> find(RolloutId rollout);

  /** All rollouts of a campaign, by department. */
  List<Entry> ofCampaign(CampaignId campaign);

  /** All rollouts that aren't over, by campaign and department. */
  List<Entry> open();

  /** The rollouts of a department, also those that are over, by campaign. */
  List<Entry> ofDepartment(DepartmentId department);

  /** The rollouts of a department that aren't over, by campaign. */
  List<Entry> openOfDepartment(DepartmentId department);

  /**
   * One rollout.
   *
   * @param planVersion the version it is pinned to
   * @param owner who hears of escalations
   */
  record Entry(
      RolloutId rollout,
      CampaignId campaign,
      DepartmentId department,
      int planVersion,
      PersonId owner) {}
}
