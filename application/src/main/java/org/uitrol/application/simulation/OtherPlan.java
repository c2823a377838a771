package org.uitrol.application.simulation;

import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.AmendmentDropped;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanReturned;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.shared.CampaignId;

/**
 * The plan under which a campaign is replayed. It takes the place of the version that was launched,
 * from the launch to the end: amendments are left out, since they were made to another plan.
 *
 * @param launched the version in whose place it comes
 * @param before the plan of that version
 */
record OtherPlan(CampaignId campaign, Plan plan, int launched, Plan before) {

  PlanDrafted insteadOf(PlanDrafted drafted) {
    return new PlanDrafted(
        drafted.campaign(), drafted.version(), plan, drafted.author(), drafted.at());
  }

  /** Whether an event is about a later version. */
  boolean isLater(CampaignEvent event) {
    if (event instanceof PlanSubmitted one) {
      return one.version() > launched;
    } else if (event instanceof PlanReturned one) {
      return one.version() > launched;
    } else if (event instanceof PlanApproved one) {
      return one.version() > launched;
    } else if (event instanceof CampaignAmended one) {
      return one.version() > launched;
    } else if (event instanceof AmendmentDropped one) {
      return one.version() > launched;
    }
    return false;
  }

  /** Whether an event is about a later version. */
  boolean isLater(ConsultationEvent event) {
    return event.version() > launched;
  }

  /** Whether concerns are owed an answer by other rules than they were. */
  boolean treatsConcernsAnew() {
    return !plan.concernRule().equals(before.concernRule())
        || !plan.calendar().equals(before.calendar())
        || !plan.owner().equals(before.owner());
  }
}
