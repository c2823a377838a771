package org.uitrol.domain.campaign;

import org.uitrol.domain.shared.AccountId;

/**
 * A plan version that was written while the campaign runs and isn't in force yet.
 *
 * @param status {@code DRAFTED}, {@code IN_REVIEW} or {@code APPROVED}
 */
public record Amendment(int version, Plan plan, AccountId author, CampaignStatus status) {

  Amendment in(CampaignStatus next) {
    return new Amendment(version, plan, author, next);
  }
}
