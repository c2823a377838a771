package org.uitrol.application.campaign.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Text;

/**
 * A plan version that was written while the campaign runs and isn't in force yet.
 *
 * @param status {@code DRAFTED}, {@code IN_REVIEW} or {@code APPROVED}
 * @param submittedBy who asked for its approval, once somebody did
 * @param approvedBy who approved it, once somebody did
 */
public record AmendmentRow(
    int version,
    Text title,
    String tool,
    CampaignStatus status,
    AccountId author,
    @Nullable AccountId submittedBy,
    @Nullable AccountId approvedBy,
    Instant draftedAt) {

  AmendmentRow in(
      CampaignStatus next, @Nullable AccountId submitter, @Nullable AccountId approver) {
    return new AmendmentRow(version, title, tool, next, author, submitter, approver, draftedAt);
  }
}
