package org.uitrol.domain.campaign.consultation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.StreamId;

/** What can be asked of a consultation. */
public sealed interface ConsultationCommand extends Command {

  CampaignId campaign();

  @Override
  default StreamId target() {
    return StreamId.of("consultation", campaign());
  }

  /**
   * Puts a plan version before the works council.
   *
   * @param suspension how long a decision against the advice waits; null where the law asks nothing
   */
  record AskCouncil(
      CampaignId campaign,
      int version,
      ConsultationRule rule,
      List<Measure> measures,
      @Nullable Suspension suspension,
      AccountId author,
      Instant at)
      implements ConsultationCommand {

    public AskCouncil {
      measures = List.copyOf(measures);
    }
  }

  /**
   * The works council says what it thinks; a later opinion replaces the earlier.
   *
   * @param version that was read: nothing is said about another one
   * @param conditions what has to be so first; only when it agrees on conditions
   * @param remark in its own words; may be empty
   */
  record GiveOpinion(
      CampaignId campaign,
      int version,
      Opinion opinion,
      List<String> conditions,
      String remark,
      AccountId by,
      Instant at)
      implements ConsultationCommand {

    public GiveOpinion {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * The works council finds that a condition is met.
   *
   * @param condition its number, from 1
   */
  record AcceptCondition(
      CampaignId campaign, int version, int condition, String note, AccountId by, Instant at)
      implements ConsultationCommand {}

  /** Goes on against the advice of the works council, and says why. */
  record SetAdviceAside(CampaignId campaign, int version, String reason, AccountId by, Instant at)
      implements ConsultationCommand {}

  /** The time that a decision against the advice has to wait may have passed. */
  record EndSuspension(CampaignId campaign, int version, Instant at)
      implements ConsultationCommand {}

  /** The works council finds that a decision against its advice need not wait. */
  record ForgoSuspension(CampaignId campaign, int version, AccountId by, Instant at)
      implements ConsultationCommand {}
}
