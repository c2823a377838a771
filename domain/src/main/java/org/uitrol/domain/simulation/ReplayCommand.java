package org.uitrol.domain.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.StreamId;

/** What can be asked about replays. */
public sealed interface ReplayCommand extends Command {

  CampaignId campaign();

  @Override
  default StreamId target() {
    return StreamId.of("replay", campaign());
  }

  /**
   * Leaves word that a campaign is replayed under another plan.
   *
   * @param version the plan version; null for a plan of somebody's own
   * @param plan a fingerprint of that plan
   * @param until up to which moment
   */
  record AskReplay(
      CampaignId campaign,
      @Nullable Integer version,
      String plan,
      Instant until,
      AccountId by,
      Instant at)
      implements ReplayCommand {}
}
