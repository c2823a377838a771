package org.uitrol.adapters.web.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.campaign.view.AmendmentRow;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.domain.campaign.CampaignStatus;

/** What a change manager can do with a campaign, each on a page of its own that asks first. */
enum Step {
  SUBMIT,
  APPROVE,
  RETURN,
  LAUNCH,
  PAUSE,
  RESUME,
  CANCEL,
  /** Puts an approved amendment into force. */
  AMEND,
  /** Lets an amendment go. */
  DROP;

  /** As addresses write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it asks why. */
  public boolean hasReason() {
    return this == RETURN || this == PAUSE || this == CANCEL || this == DROP;
  }

  static Optional<Step> of(String key) {
    return Stream.of(values()).filter(step -> step.key().equals(key)).findFirst();
  }

  /** What this user can do with a campaign now; nobody approves their own plan. */
  static List<Step> of(CampaignRow campaign, ConsoleUser user) {
    return Stream.of(values())
        .filter(step -> step.isPossible(campaign.status()))
        .filter(step -> step != APPROVE || !campaign.author().equals(user.id()))
        .toList();
  }

  /** What this user can do with an amendment now; nobody approves their own. */
  static List<Step> ofAmendment(CampaignRow campaign, AmendmentRow amendment, ConsoleUser user) {
    return Stream.of(SUBMIT, APPROVE, RETURN, AMEND, DROP)
        .filter(
            step ->
                switch (step) {
                  case SUBMIT -> amendment.status() == CampaignStatus.DRAFTED;
                  case APPROVE, RETURN -> amendment.status() == CampaignStatus.IN_REVIEW;
                  case AMEND -> amendment.status() == CampaignStatus.APPROVED;
                  default -> campaign.status().isUnderWay();
                })
        .filter(step -> step != APPROVE || !amendment.author().equals(user.id()))
        .toList();
  }

  private boolean isPossible(CampaignStatus status) {
    return switch (this) {
      case SUBMIT -> status == CampaignStatus.DRAFTED;
      case APPROVE, RETURN -> status == CampaignStatus.IN_REVIEW;
      case LAUNCH -> status == CampaignStatus.APPROVED;
      case PAUSE -> status == CampaignStatus.RUNNING;
      case RESUME -> status == CampaignStatus.PAUSED;
      case CANCEL -> !status.isOver();
      case AMEND, DROP -> false;
    };
  }
}
