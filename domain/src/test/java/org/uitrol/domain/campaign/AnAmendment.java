package org.uitrol.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.DESK;
import static org.uitrol.domain.testing.Plans.FINANCE;
import static org.uitrol.domain.testing.Plans.LEGAL;
import static org.uitrol.domain.testing.Plans.NO_HOLIDAYS;
import static org.uitrol.domain.testing.Plans.READER;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.othersAfter;
import static org.uitrol.domain.testing.Plans.plan;
import static org.uitrol.domain.testing.Plans.waveOn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.CampaignCommand.AmendCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.DropAmendment;
import org.uitrol.domain.campaign.CampaignCommand.ReturnPlan;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.CampaignEvent.AmendmentDropped;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentCompleted;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.testing.History;

class AnAmendment {

  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-02-01T10:00:00Z");
  private static final Set<DepartmentId> ALL = Set.of(FINANCE, DESK, LEGAL);
  private static final Wave PILOT = waveOn("pilot", "2027-01-11", FINANCE);
  private static final Wave REST = othersAfter("rest", "pilot", StageName.GO_LIVE, 10);
  private static final Plan FIRST = plan(PILOT, REST);

  /** The desk goes before legal, on a date of its own. */
  private static final Plan SECOND =
      plan(
          PILOT,
          waveOn("desk", "2027-03-01", DESK),
          othersAfter("rest", "desk", StageName.GO_LIVE, 5));

  @Test
  void changes_nothing_while_it_is_written_and_reviewed() {
    Campaign approved = approved(SECOND);
    assertThat(approved.status()).isEqualTo(CampaignStatus.RUNNING);
    assertThat(approved.version()).isEqualTo(1);
    assertThat(approved.plan()).isEqualTo(FIRST);
    assertThat(approved.amendment())
        .isEqualTo(new Amendment(2, SECOND, READER, CampaignStatus.APPROVED));
  }

  @Test
  void is_approved_by_somebody_else() {
    Campaign reviewed = submitted(SECOND);
    assertThat(refusal(() -> reviewed.approve(new ApprovePlan(COPILOT, READER, LATER))))
        .isEqualTo("OWN_PLAN");
    assertThat(reviewed.approve(new ApprovePlan(COPILOT, WRITER, LATER)))
        .containsExactly(new PlanApproved(COPILOT, 2, WRITER, LATER));
    Campaign back =
        History.more(
            Campaign::evolve,
            reviewed,
            reviewed.returnPlan(new ReturnPlan(COPILOT, WRITER, "no", LATER)));
    assertThat(back.amendment())
        .isEqualTo(new Amendment(2, SECOND, READER, CampaignStatus.DRAFTED));
    assertThat(refusal(() -> back.amend(amend(2), NO_HOLIDAYS))).isEqualTo("NO_AMENDMENT");
  }

  @Test
  void gives_waves_that_have_not_started_their_new_departments_and_dates() {
    assertThat(approved(SECOND).amend(amend(2), NO_HOLIDAYS))
        .containsExactly(
            new CampaignAmended(
                COPILOT,
                2,
                List.of(
                    new WaveMembers("pilot", List.of(FINANCE)),
                    new WaveMembers("desk", List.of(DESK)),
                    new WaveMembers("rest", List.of(LEGAL))),
                WRITER,
                LATER),
            new WaveScheduled(COPILOT, "desk", Instant.parse("2027-03-01T08:00:00Z"), LATER));
  }

  @Test
  void is_in_force_once() {
    Campaign approved = approved(SECOND);
    Campaign amended =
        History.more(Campaign::evolve, approved, approved.amend(amend(2), NO_HOLIDAYS));
    assertThat(amended.version()).isEqualTo(2);
    assertThat(amended.plan()).isEqualTo(SECOND);
    assertThat(amended.amendment()).isNull();
    assertThat(amended.amend(amend(2), NO_HOLIDAYS)).isEmpty();
    assertThat(
            amended.startWave(
                new StartWave(COPILOT, "desk", Instant.parse("2027-03-01T08:00:00Z"))))
        .containsExactly(
            new WaveStarted(
                COPILOT, "desk", 2, List.of(DESK), Instant.parse("2027-03-01T08:00:00Z")));
  }

  @Test
  void can_not_take_a_department_out_of_a_wave_that_has_started() {
    assertThat(
            refusal(
                () ->
                    approved(plan(waveOn("other", "2027-03-01", FINANCE)))
                        .amend(amend(2), NO_HOLIDAYS)))
        .isEqualTo("WAVE_STARTED");
    Campaign twice = approved(plan(waveOn("pilot", "2027-01-11", FINANCE, DESK)));
    assertThat(refusal(() -> twice.amend(amend(2), NO_HOLIDAYS))).isEqualTo("WAVE_STARTED");
  }

  @Test
  void completes_a_campaign_that_has_nothing_left_to_do() {
    Campaign done =
        History.more(
            Campaign::evolve,
            approved(plan(PILOT)),
            List.of(new DepartmentCompleted(COPILOT, FINANCE, LATER)));
    assertThat(done.amend(amend(2), NO_HOLIDAYS)).endsWith(new CampaignCompleted(COPILOT, LATER));
  }

  @Test
  void can_be_dropped_and_its_number_is_not_used_again() {
    Campaign approved = approved(SECOND);
    List<CampaignEvent> dropping =
        approved.drop(new DropAmendment(COPILOT, 2, WRITER, "too early", LATER));
    assertThat(dropping)
        .containsExactly(new AmendmentDropped(COPILOT, 2, WRITER, "too early", LATER));
    Campaign dropped = History.more(Campaign::evolve, approved, dropping);
    assertThat(Campaign.draft(dropped, new DraftPlan(COPILOT, SECOND, READER, LATER)))
        .containsExactly(new PlanDrafted(COPILOT, 3, SECOND, READER, LATER));
  }

  @Test
  void that_says_the_same_as_the_plan_is_none() {
    assertThat(Campaign.draft(running(), new DraftPlan(COPILOT, FIRST, READER, LATER))).isEmpty();
  }

  private static AmendCampaign amend(int version) {
    return new AmendCampaign(COPILOT, version, WRITER, ALL, LATER);
  }

  private static Campaign running() {
    List<CampaignEvent> events = new ArrayList<>();
    events.add(new PlanDrafted(COPILOT, 1, FIRST, WRITER, MONDAY));
    events.add(
        new CampaignLaunched(
            COPILOT,
            1,
            List.of(
                new WaveMembers("pilot", List.of(FINANCE)),
                new WaveMembers("rest", List.of(DESK, LEGAL))),
            WRITER,
            MONDAY));
    events.add(new WaveScheduled(COPILOT, "pilot", MONDAY, MONDAY));
    events.add(new WaveStarted(COPILOT, "pilot", 1, List.of(FINANCE), MONDAY));
    return History.of(Campaign::evolve, events);
  }

  private static Campaign submitted(Plan plan) {
    Campaign drafted =
        History.more(
            Campaign::evolve,
            running(),
            Campaign.draft(running(), new DraftPlan(COPILOT, plan, READER, LATER)));
    return History.more(
        Campaign::evolve, drafted, drafted.submit(new SubmitPlan(COPILOT, READER, LATER)));
  }

  private static Campaign approved(Plan plan) {
    Campaign submitted = submitted(plan);
    return History.more(
        Campaign::evolve, submitted, submitted.approve(new ApprovePlan(COPILOT, WRITER, LATER)));
  }
}
