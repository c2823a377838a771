package org.uitrol.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.FINANCE;
import static org.uitrol.domain.testing.Plans.READER;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.plan;
import static org.uitrol.domain.testing.Plans.waveOn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ReturnPlan;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanReturned;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.testing.History;

class APlanUnderReview {

  private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
  private static final Plan PLAN = plan(waveOn("pilot", "2027-01-11", FINANCE));
  private static final Plan BETTER =
      plan("Copilot for all", waveOn("pilot", "2027-01-11", FINANCE));
  private static final PlanDrafted DRAFTED = new PlanDrafted(COPILOT, 1, PLAN, WRITER, NOW);
  private static final PlanSubmitted SUBMITTED = new PlanSubmitted(COPILOT, 1, WRITER, NOW);
  private static final PlanApproved APPROVED = new PlanApproved(COPILOT, 1, READER, NOW);

  @Test
  void begins_with_a_first_version() {
    assertThat(Campaign.draft(null, new DraftPlan(COPILOT, PLAN, WRITER, NOW)))
        .containsExactly(DRAFTED);
    assertThat(after(DRAFTED).status()).isEqualTo(CampaignStatus.DRAFTED);
    assertThat(after(DRAFTED).author()).isEqualTo(WRITER);
  }

  @Test
  void the_same_plan_again_is_no_new_version() {
    assertThat(Campaign.draft(after(DRAFTED), new DraftPlan(COPILOT, PLAN, READER, NOW))).isEmpty();
  }

  @Test
  void another_plan_is_the_next_version_and_must_be_reviewed_anew() {
    Campaign approved = after(DRAFTED, SUBMITTED, APPROVED);
    DraftPlan better = new DraftPlan(COPILOT, BETTER, READER, NOW);

    List<CampaignEvent> events = Campaign.draft(approved, better);

    assertThat(events).containsExactly(new PlanDrafted(COPILOT, 2, BETTER, READER, NOW));
    Campaign redrafted = History.more(Campaign::evolve, approved, events);
    assertThat(redrafted.status()).isEqualTo(CampaignStatus.DRAFTED);
    assertThat(refusal(() -> redrafted.approve(new ApprovePlan(COPILOT, WRITER, NOW))))
        .isEqualTo("CAMPAIGN_STATUS");
  }

  @Test
  void is_submitted_once() {
    SubmitPlan submit = new SubmitPlan(COPILOT, WRITER, NOW);
    assertThat(after(DRAFTED).submit(submit)).containsExactly(SUBMITTED);
    assertThat(after(DRAFTED, SUBMITTED).submit(submit)).isEmpty();
    assertThat(refusal(() -> after(DRAFTED, SUBMITTED, APPROVED).submit(submit)))
        .isEqualTo("CAMPAIGN_STATUS");
  }

  @Test
  void cannot_be_approved_by_its_author() {
    Campaign inReview = after(DRAFTED, SUBMITTED);
    assertThat(History.rejected(() -> inReview.approve(new ApprovePlan(COPILOT, WRITER, NOW))))
        .satisfies(
            rejected -> {
              assertThat(rejected.code()).isEqualTo("OWN_PLAN");
              assertThat(rejected.facts()).isEqualTo(Map.of("version", 1));
            });
  }

  @Test
  void is_approved_once_by_somebody_else() {
    ApprovePlan approve = new ApprovePlan(COPILOT, READER, NOW);
    assertThat(after(DRAFTED, SUBMITTED).approve(approve)).containsExactly(APPROVED);
    assertThat(after(DRAFTED, SUBMITTED, APPROVED).approve(approve)).isEmpty();
  }

  @Test
  void cannot_be_approved_before_it_is_submitted() {
    assertThat(refusal(() -> after(DRAFTED).approve(new ApprovePlan(COPILOT, READER, NOW))))
        .isEqualTo("CAMPAIGN_STATUS");
  }

  @Test
  void whoever_wrote_the_latest_version_is_its_author() {
    PlanDrafted second = new PlanDrafted(COPILOT, 2, BETTER, READER, NOW);
    Campaign inReview =
        after(DRAFTED, SUBMITTED, second, new PlanSubmitted(COPILOT, 2, READER, NOW));
    assertThat(refusal(() -> inReview.approve(new ApprovePlan(COPILOT, READER, NOW))))
        .isEqualTo("OWN_PLAN");
    assertThat(inReview.approve(new ApprovePlan(COPILOT, WRITER, NOW)))
        .containsExactly(new PlanApproved(COPILOT, 2, WRITER, NOW));
  }

  @Test
  void goes_back_to_its_author_and_can_be_submitted_again() {
    ReturnPlan back = new ReturnPlan(COPILOT, READER, "too fast", NOW);
    PlanReturned returned = new PlanReturned(COPILOT, 1, READER, "too fast", NOW);
    assertThat(after(DRAFTED, SUBMITTED).returnPlan(back)).containsExactly(returned);
    Campaign again = after(DRAFTED, SUBMITTED, returned);
    assertThat(refusal(() -> again.returnPlan(back))).isEqualTo("CAMPAIGN_STATUS");
    assertThat(again.submit(new SubmitPlan(COPILOT, WRITER, NOW))).containsExactly(SUBMITTED);
  }

  @Test
  void can_neither_be_paused_nor_resumed() {
    Campaign approved = after(DRAFTED, SUBMITTED, APPROVED);
    assertThat(refusal(() -> approved.pause(new PauseCampaign(COPILOT, WRITER, "wait", NOW))))
        .isEqualTo("CAMPAIGN_STATUS");
    assertThat(refusal(() -> approved.resume(new ResumeCampaign(COPILOT, WRITER, NOW))))
        .isEqualTo("CAMPAIGN_STATUS");
  }

  @Test
  void can_be_called_off_for_good() {
    CancelCampaign cancel = new CancelCampaign(COPILOT, WRITER, "no budget", NOW);
    CampaignCancelled cancelled = new CampaignCancelled(COPILOT, WRITER, "no budget", NOW);
    assertThat(after(DRAFTED).cancel(cancel)).containsExactly(cancelled);
    Campaign gone = after(DRAFTED, cancelled);
    assertThat(gone.cancel(cancel)).isEmpty();
    assertThat(refusal(() -> Campaign.draft(gone, new DraftPlan(COPILOT, BETTER, WRITER, NOW))))
        .isEqualTo("CAMPAIGN_STATUS");
  }

  private static Campaign after(CampaignEvent... events) {
    return History.of(Campaign::evolve, List.of(events));
  }
}
