package org.uitrol.domain.campaign;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Text;

/** What happened to a campaign. */
public sealed interface CampaignEvent extends DomainEvent {

  CampaignId campaign();

  /** {@code campaign.plan-drafted}: a plan version was written; versions count from 1. */
  record PlanDrafted(CampaignId campaign, int version, Plan plan, AccountId author, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.plan-submitted}. */
  record PlanSubmitted(CampaignId campaign, int version, AccountId by, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.plan-returned}. */
  record PlanReturned(CampaignId campaign, int version, AccountId by, String reason, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.plan-approved}. */
  record PlanApproved(CampaignId campaign, int version, AccountId by, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.launched}: with the departments of each wave as they were resolved. */
  record CampaignLaunched(
      CampaignId campaign, int version, List<WaveMembers> waves, AccountId by, Instant at)
      implements CampaignEvent {

    public CampaignLaunched {
      waves = List.copyOf(waves);
    }
  }

  /**
   * {@code campaign.amended}: an approved version is in force from now on.
   *
   * @param waves the departments of each wave of that version as they were resolved
   */
  record CampaignAmended(
      CampaignId campaign, int version, List<WaveMembers> waves, AccountId by, Instant at)
      implements CampaignEvent {

    public CampaignAmended {
      waves = List.copyOf(waves);
    }
  }

  /** {@code campaign.amendment-dropped}. */
  record AmendmentDropped(CampaignId campaign, int version, AccountId by, String reason, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.consultation-noted}: whether departments may start with this version. */
  record ConsultationNoted(CampaignId campaign, int version, boolean settled, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.question-answered}. */
  record QuestionAnswered(
      CampaignId campaign, Disclosure question, Text answer, AccountId by, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.wave-scheduled}: the wave starts at {@code dueAt}. */
  record WaveScheduled(CampaignId campaign, String wave, Instant dueAt, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.wave-started}. */
  record WaveStarted(
      CampaignId campaign, String wave, int version, List<DepartmentId> departments, Instant at)
      implements CampaignEvent {

    public WaveStarted {
      departments = List.copyOf(departments);
    }
  }

  /** {@code campaign.departments-queued}: as many are under way as the plan allows. */
  record DepartmentsQueued(
      CampaignId campaign, String wave, List<DepartmentId> departments, Instant at)
      implements CampaignEvent {

    public DepartmentsQueued {
      departments = List.copyOf(departments);
    }
  }

  /** {@code campaign.department-admitted}: it is the turn of one that waited. */
  record DepartmentAdmitted(
      CampaignId campaign, String wave, int version, DepartmentId department, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.stage-reached}: a department entered a stage for the first time. */
  record StageReached(CampaignId campaign, DepartmentId department, StageName stage, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.department-completed}. */
  record DepartmentCompleted(CampaignId campaign, DepartmentId department, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.paused}. */
  record CampaignPaused(CampaignId campaign, AccountId by, String reason, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.resumed}. */
  record CampaignResumed(CampaignId campaign, AccountId by, Instant at) implements CampaignEvent {}

  /** {@code campaign.cancelled}. */
  record CampaignCancelled(CampaignId campaign, AccountId by, String reason, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.completed}: every department has gone through all stages. */
  record CampaignCompleted(CampaignId campaign, Instant at) implements CampaignEvent {}

  /**
   * {@code campaign.reaction-granted}: a reaction that is counted over all departments may fire.
   *
   * @param department which asked
   * @param cause for which it asked
   */
  record ReactionGranted(
      CampaignId campaign, DepartmentId department, String reaction, String cause, Instant at)
      implements CampaignEvent {}

  /** {@code campaign.reaction-refused}: it may not, because of what fired in any department. */
  record ReactionDenied(
      CampaignId campaign,
      DepartmentId department,
      String reaction,
      String cause,
      RefusalReason refused,
      Instant at)
      implements CampaignEvent {}

  /**
   * {@code campaign.dossier-taken}: somebody was handed everything that is known of the campaign.
   *
   * @param until the position in the history up to which it tells
   * @param language in which it is told
   * @param hash of the file (SHA-256, hexadecimal), by which it is known again
   */
  record DossierTaken(
      CampaignId campaign,
      long until,
      String language,
      DossierFormat format,
      String hash,
      AccountId by,
      Instant at)
      implements CampaignEvent {}

  /** The departments of one wave. */
  record WaveMembers(String wave, List<DepartmentId> departments) {

    public WaveMembers {
      departments = List.copyOf(departments);
    }
  }
}
