package org.uitrol.domain.campaign;

import java.time.Instant;
import java.util.Set;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.StreamId;

/** What can be asked of a campaign. */
public sealed interface CampaignCommand extends Command {

  CampaignId campaign();

  @Override
  default StreamId target() {
    return StreamId.of("campaign", campaign());
  }

  /** Writes the first or the next version of the plan. */
  record DraftPlan(CampaignId campaign, Plan plan, AccountId by, Instant at)
      implements CampaignCommand {}

  /** Asks somebody else to look at the plan. */
  record SubmitPlan(CampaignId campaign, AccountId by, Instant at) implements CampaignCommand {}

  /** Gives the plan back to its author. */
  record ReturnPlan(CampaignId campaign, AccountId by, String reason, Instant at)
      implements CampaignCommand {}

  /** Approves the plan in review; its author can't. */
  record ApprovePlan(CampaignId campaign, AccountId by, Instant at) implements CampaignCommand {}

  /**
   * Starts an approved campaign.
   *
   * @param departments all departments of the organisation, from which a wave of others is made
   */
  record LaunchCampaign(
      CampaignId campaign, AccountId by, Set<DepartmentId> departments, Instant at)
      implements CampaignCommand {

    public LaunchCampaign {
      departments = Set.copyOf(departments);
    }
  }

  /** A wave is due. */
  record StartWave(CampaignId campaign, String wave, Instant at) implements CampaignCommand {}

  /** A department has entered a stage. */
  record NoteStage(CampaignId campaign, DepartmentId department, StageName stage, Instant at)
      implements CampaignCommand {}

  /** A department has gone through all stages. */
  record NoteCompletion(CampaignId campaign, DepartmentId department, Instant at)
      implements CampaignCommand {}

  /** Stops everything that hasn't begun until somebody resumes it. */
  record PauseCampaign(CampaignId campaign, AccountId by, String reason, Instant at)
      implements CampaignCommand {}

  /** Goes on after a pause. */
  record ResumeCampaign(CampaignId campaign, AccountId by, Instant at) implements CampaignCommand {}

  /** Ends a campaign for good; what is planned is called off. */
  record CancelCampaign(CampaignId campaign, AccountId by, String reason, Instant at)
      implements CampaignCommand {}
}
