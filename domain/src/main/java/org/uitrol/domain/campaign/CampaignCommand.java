package org.uitrol.domain.campaign;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.Text;

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
   * @param departments all departments of the organisation, from which waves of others and of a
   *     share are made, with how many people each has
   */
  record LaunchCampaign(
      CampaignId campaign, AccountId by, Map<DepartmentId, Integer> departments, Instant at)
      implements CampaignCommand {

    public LaunchCampaign {
      departments = Map.copyOf(departments);
    }

    /** Departments that are all of one size. */
    public LaunchCampaign(
        CampaignId campaign, AccountId by, Set<DepartmentId> departments, Instant at) {
      this(campaign, by, ofOneSize(departments), at);
    }
  }

  /**
   * Puts an approved amendment into force: departments that run take it up when they enter their
   * next stage, those that haven't begun start with it.
   *
   * @param version that was looked at: nothing is done about another one
   * @param departments all departments of the organisation, from which waves of others and of a
   *     share are made, with how many people each has
   */
  record AmendCampaign(
      CampaignId campaign,
      int version,
      AccountId by,
      Map<DepartmentId, Integer> departments,
      Instant at)
      implements CampaignCommand {

    public AmendCampaign {
      departments = Map.copyOf(departments);
    }

    /** Departments that are all of one size. */
    public AmendCampaign(
        CampaignId campaign, int version, AccountId by, Set<DepartmentId> departments, Instant at) {
      this(campaign, version, by, ofOneSize(departments), at);
    }
  }

  private static Map<DepartmentId, Integer> ofOneSize(Set<DepartmentId> departments) {
    return departments.stream().collect(Collectors.toMap(one -> one, one -> 1));
  }

  /** Lets an amendment go that isn't in force. */
  record DropAmendment(CampaignId campaign, int version, AccountId by, String reason, Instant at)
      implements CampaignCommand {}

  /** The works council has had its say about a version, or thinks otherwise by now. */
  record NoteConsultation(CampaignId campaign, int version, boolean settled, Instant at)
      implements CampaignCommand {}

  /** Answers one of the questions that everybody asks; a later answer replaces the earlier. */
  record AnswerQuestion(
      CampaignId campaign, Disclosure question, Text answer, AccountId by, Instant at)
      implements CampaignCommand {}

  /** A wave is due. */
  record StartWave(CampaignId campaign, String wave, Instant at) implements CampaignCommand {}

  /** A department has entered a stage. */
  record NoteStage(CampaignId campaign, DepartmentId department, StageName stage, Instant at)
      implements CampaignCommand {}

  /** A department has gone through all stages. */
  record NoteCompletion(CampaignId campaign, DepartmentId department, Instant at)
      implements CampaignCommand {}

  /**
   * A department asks whether a reaction may fire that is counted over all departments.
   *
   * @param cause for which it asks; each is answered once
   * @param most how often it fires at most, by the plan version of that department
   * @param coolDown working days after it fired in which it doesn't fire again; none when absent
   */
  record GrantReaction(
      CampaignId campaign,
      DepartmentId department,
      String reaction,
      String cause,
      int most,
      @Nullable Integer coolDown,
      Instant at)
      implements CampaignCommand {}

  /** Stops everything that hasn't begun until somebody resumes it. */
  record PauseCampaign(CampaignId campaign, AccountId by, String reason, Instant at)
      implements CampaignCommand {}

  /** Goes on after a pause. */
  record ResumeCampaign(CampaignId campaign, AccountId by, Instant at) implements CampaignCommand {}

  /** Ends a campaign for good; what is planned is called off. */
  record CancelCampaign(CampaignId campaign, AccountId by, String reason, Instant at)
      implements CampaignCommand {}

  /**
   * Records that somebody is handed a dossier.
   *
   * @param until the position in the history up to which it tells
   * @param hash of the file (SHA-256, hexadecimal)
   */
  record TakeDossier(
      CampaignId campaign,
      long until,
      String language,
      DossierFormat format,
      String hash,
      AccountId by,
      Instant at)
      implements CampaignCommand {}
}
