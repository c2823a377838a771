package org.uitrol.domain.campaign.consultation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DomainEvent;

/** What happened in a consultation. */
public sealed interface ConsultationEvent extends DomainEvent {

  CampaignId campaign();

  int version();

  /**
   * {@code consultation.asked}: with every measure that the plan version takes.
   *
   * @param suspension how long a decision against the advice waits; null where the law asks nothing
   */
  record CouncilAsked(
      CampaignId campaign,
      int version,
      ConsultationRule rule,
      List<Measure> measures,
      AccountId author,
      Instant at,
      @Nullable Suspension suspension)
      implements ConsultationEvent {

    public CouncilAsked {
      measures = List.copyOf(measures);
    }

    /** Where a decision against the advice is carried out at once. */
    public CouncilAsked(
        CampaignId campaign,
        int version,
        ConsultationRule rule,
        List<Measure> measures,
        AccountId author,
        Instant at) {
      this(campaign, version, rule, measures, author, at, null);
    }
  }

  /** {@code consultation.opinion-given}. */
  record OpinionGiven(
      CampaignId campaign,
      int version,
      Opinion opinion,
      List<String> conditions,
      String remark,
      AccountId by,
      Instant at)
      implements ConsultationEvent {

    public OpinionGiven {
      conditions = List.copyOf(conditions);
    }
  }

  /** {@code consultation.condition-met}: as the works council finds. */
  record ConditionMet(
      CampaignId campaign, int version, int condition, String note, AccountId by, Instant at)
      implements ConsultationEvent {}

  /**
   * {@code consultation.advice-set-aside}.
   *
   * @param heldUntil nothing is carried out before this moment; null when nothing waits
   */
  record AdviceSetAside(
      CampaignId campaign,
      int version,
      String reason,
      AccountId by,
      Instant at,
      @Nullable Instant heldUntil)
      implements ConsultationEvent {}

  /**
   * {@code consultation.suspension-ended}: what goes against the advice waits no longer.
   *
   * @param by the member of the works council who said that it need not; null when the time has
   *     passed
   */
  record SuspensionEnded(CampaignId campaign, int version, @Nullable AccountId by, Instant at)
      implements ConsultationEvent {}

  /** {@code consultation.settled}: departments may go on with this version. */
  record ConsultationSettled(CampaignId campaign, int version, Instant at)
      implements ConsultationEvent {}

  /** {@code consultation.reopened}: a newer opinion stops departments that aren't past it. */
  record ConsultationReopened(CampaignId campaign, int version, Instant at)
      implements ConsultationEvent {}
}
