package org.uitrol.domain.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DomainEvent;

/** That a campaign was replayed under another plan; what came of it stands in no event. */
public sealed interface ReplayEvent extends DomainEvent {

  /** Which campaign. */
  CampaignId campaign();

  /**
   * {@code replay.asked}.
   *
   * @param version the plan version under which it was replayed; absent for a plan of somebody's
   *     own
   * @param plan a fingerprint of that plan, by which it can be recognised
   * @param until up to which moment
   */
  record ReplayAsked(
      CampaignId campaign,
      @Nullable Integer version,
      String plan,
      Instant until,
      AccountId by,
      Instant at)
      implements ReplayEvent {}
}
