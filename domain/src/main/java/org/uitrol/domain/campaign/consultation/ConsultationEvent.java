package org.uitrol.domain.campaign.consultation;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DomainEvent;

/** What happened in a consultation. */
public sealed interface ConsultationEvent extends DomainEvent {

  CampaignId campaign();

  int version();

  /** {@code consultation.asked}: with every measure that the plan version takes. */
  record CouncilAsked(
      CampaignId campaign,
      int version,
      ConsultationRule rule,
      List<Measure> measures,
      AccountId author,
      Instant at)
      implements ConsultationEvent {

    public CouncilAsked {
      measures = List.copyOf(measures);
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

  /** {@code consultation.advice-set-aside}. */
  record AdviceSetAside(CampaignId campaign, int version, String reason, AccountId by, Instant at)
      implements ConsultationEvent {}

  /** {@code consultation.settled}: departments may go on with this version. */
  record ConsultationSettled(CampaignId campaign, int version, Instant at)
      implements ConsultationEvent {}

  /** {@code consultation.reopened}: a newer opinion stops departments that aren't past it. */
  record ConsultationReopened(CampaignId campaign, int version, Instant at)
      implements ConsultationEvent {}
}
