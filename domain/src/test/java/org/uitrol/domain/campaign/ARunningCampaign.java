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
import static org.uitrol.domain.testing.Plans.plan;
import static org.uitrol.domain.testing.Plans.waveAfter;
import static org.uitrol.domain.testing.Plans.waveOn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.NoteCompletion;
import org.uitrol.domain.campaign.CampaignCommand.NoteStage;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.CampaignResumed;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentCompleted;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.CampaignEvent.StageReached;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.testing.History;

class ARunningCampaign {

  private static final Instant LAUNCH = Instant.parse("2027-01-04T09:00:00Z");
  private static final Instant PILOT_DUE = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-02-01T10:00:00Z");
  private static final StageName GO_LIVE = StageName.GO_LIVE;

  /** The rest starts ten working days after both departments of the pilot went live. */
  private static final Plan PLAN =
      plan(
          waveOn("pilot", "2027-01-11", FINANCE, DESK),
          waveAfter("rest", "pilot", GO_LIVE, 10, LEGAL));

  @Test
  void starts_a_wave_when_it_is_due() {
    assertThat(after().startWave(new StartWave(COPILOT, "pilot", PILOT_DUE)))
        .containsExactly(new WaveStarted(COPILOT, "pilot", 1, List.of(FINANCE, DESK), PILOT_DUE));
  }

  @Test
  void starts_a_wave_once() {
    Campaign started = after(pilotStarted());
    assertThat(started.startWave(new StartWave(COPILOT, "pilot", LATER))).isEmpty();
  }

  @Test
  void does_not_let_an_early_wake_up_start_a_wave() {
    assertThat(after().startWave(new StartWave(COPILOT, "pilot", PILOT_DUE.minusSeconds(1))))
        .isEmpty();
    assertThat(after().startWave(new StartWave(COPILOT, "rest", LATER))).isEmpty();
  }

  @Test
  void does_nothing_for_a_wave_that_it_does_not_have() {
    assertThat(after().startWave(new StartWave(COPILOT, "third", LATER))).isEmpty();
  }

  @Test
  void lets_a_wave_wait_until_the_last_department_has_come_so_far() {
    NoteStage finance = new NoteStage(COPILOT, FINANCE, GO_LIVE, LATER);
    StageReached financeReached = new StageReached(COPILOT, FINANCE, GO_LIVE, LATER);
    assertThat(after().noteStage(finance, NO_HOLIDAYS)).containsExactly(financeReached);

    assertThat(
            after(financeReached)
                .noteStage(new NoteStage(COPILOT, DESK, GO_LIVE, LATER), NO_HOLIDAYS))
        .containsExactly(
            new StageReached(COPILOT, DESK, GO_LIVE, LATER),
            new WaveScheduled(COPILOT, "rest", Instant.parse("2027-02-15T10:00:00Z"), LATER));
  }

  @Test
  void counts_working_days_around_holidays_when_a_wave_waits() {
    Campaign almost = after(new StageReached(COPILOT, FINANCE, GO_LIVE, LATER));
    assertThat(
            almost.noteStage(
                new NoteStage(COPILOT, DESK, GO_LIVE, LATER),
                (country, date) -> date.equals(LocalDate.of(2027, 2, 10))))
        .contains(new WaveScheduled(COPILOT, "rest", Instant.parse("2027-02-16T10:00:00Z"), LATER));
  }

  @Test
  void notes_a_stage_once_and_schedules_a_waiting_wave_once() {
    Campaign both =
        after(
            new StageReached(COPILOT, FINANCE, GO_LIVE, LATER),
            new StageReached(COPILOT, DESK, GO_LIVE, LATER),
            new WaveScheduled(COPILOT, "rest", LATER, LATER));
    assertThat(both.noteStage(new NoteStage(COPILOT, DESK, GO_LIVE, LATER), NO_HOLIDAYS)).isEmpty();
    assertThat(both.noteStage(new NoteStage(COPILOT, LEGAL, StageName.DEMO, LATER), NO_HOLIDAYS))
        .containsExactly(new StageReached(COPILOT, LEGAL, StageName.DEMO, LATER));
  }

  @Test
  void another_stage_does_not_let_a_waiting_wave_go() {
    Campaign almost = after(new StageReached(COPILOT, FINANCE, GO_LIVE, LATER));
    assertThat(almost.noteStage(new NoteStage(COPILOT, DESK, StageName.DEMO, LATER), NO_HOLIDAYS))
        .containsExactly(new StageReached(COPILOT, DESK, StageName.DEMO, LATER));
  }

  @Test
  void is_completed_with_its_last_department() {
    DepartmentCompleted finance = new DepartmentCompleted(COPILOT, FINANCE, LATER);
    DepartmentCompleted desk = new DepartmentCompleted(COPILOT, DESK, LATER);
    assertThat(after().noteCompletion(new NoteCompletion(COPILOT, FINANCE, LATER)))
        .containsExactly(finance);
    assertThat(after(finance).noteCompletion(new NoteCompletion(COPILOT, FINANCE, LATER)))
        .isEmpty();
    assertThat(after(finance, desk).noteCompletion(new NoteCompletion(COPILOT, LEGAL, LATER)))
        .containsExactly(
            new DepartmentCompleted(COPILOT, LEGAL, LATER), new CampaignCompleted(COPILOT, LATER));
  }

  @Test
  void can_not_be_cancelled_once_it_is_completed() {
    Campaign completed = after(new CampaignCompleted(COPILOT, LATER));
    assertThat(completed.status()).isEqualTo(CampaignStatus.COMPLETED);
    assertThat(refusal(() -> completed.cancel(new CancelCampaign(COPILOT, WRITER, "late", LATER))))
        .isEqualTo("CAMPAIGN_STATUS");
  }

  @Test
  void stays_cancelled_whoever_gets_through_after_that() {
    Campaign cancelled =
        after(
            new DepartmentCompleted(COPILOT, FINANCE, LATER),
            new DepartmentCompleted(COPILOT, DESK, LATER),
            new CampaignCancelled(COPILOT, WRITER, "no budget", LATER));
    assertThat(cancelled.noteCompletion(new NoteCompletion(COPILOT, LEGAL, LATER))).isEmpty();
    assertThat(cancelled.noteStage(new NoteStage(COPILOT, LEGAL, GO_LIVE, LATER), NO_HOLIDAYS))
        .isEmpty();
    assertThat(cancelled.startWave(new StartWave(COPILOT, "pilot", LATER))).isEmpty();
  }

  @Test
  void pauses_once_and_starts_no_wave_meanwhile() {
    PauseCampaign pause = new PauseCampaign(COPILOT, WRITER, "reorganisation", LAUNCH);
    CampaignPaused paused = new CampaignPaused(COPILOT, WRITER, "reorganisation", LAUNCH);
    assertThat(after().pause(pause)).containsExactly(paused);
    assertThat(after(paused).status()).isEqualTo(CampaignStatus.PAUSED);
    assertThat(after(paused).pause(pause)).isEmpty();
    assertThat(after(paused).startWave(new StartWave(COPILOT, "pilot", PILOT_DUE))).isEmpty();
  }

  @Test
  void resumes_with_the_waves_that_fell_due_meanwhile() {
    CampaignPaused paused = new CampaignPaused(COPILOT, WRITER, "reorganisation", LAUNCH);
    assertThat(after(paused).resume(new ResumeCampaign(COPILOT, READER, LATER)))
        .containsExactly(
            new CampaignResumed(COPILOT, READER, LATER),
            new WaveScheduled(COPILOT, "pilot", LATER, LATER));
    assertThat(after().resume(new ResumeCampaign(COPILOT, READER, LATER))).isEmpty();
  }

  @Test
  void does_not_lose_a_wave_that_is_due_at_the_very_moment_of_resuming() {
    Campaign paused = after(new CampaignPaused(COPILOT, WRITER, "reorganisation", LAUNCH));
    assertThat(paused.resume(new ResumeCampaign(COPILOT, READER, PILOT_DUE)))
        .contains(new WaveScheduled(COPILOT, "pilot", PILOT_DUE, PILOT_DUE));
  }

  @Test
  void leaves_waves_alone_that_have_started_or_are_still_to_come_when_it_resumes() {
    CampaignPaused paused = new CampaignPaused(COPILOT, WRITER, "reorganisation", LAUNCH);
    assertThat(after(paused).resume(new ResumeCampaign(COPILOT, READER, LAUNCH)))
        .containsExactly(new CampaignResumed(COPILOT, READER, LAUNCH));
    assertThat(after(pilotStarted(), paused).resume(new ResumeCampaign(COPILOT, READER, LATER)))
        .containsExactly(new CampaignResumed(COPILOT, READER, LATER));
  }

  private static WaveStarted pilotStarted() {
    return new WaveStarted(COPILOT, "pilot", 1, List.of(FINANCE, DESK), PILOT_DUE);
  }

  private static Campaign after(CampaignEvent... events) {
    List<CampaignEvent> all =
        new ArrayList<>(
            List.of(
                new PlanDrafted(COPILOT, 1, PLAN, WRITER, LAUNCH),
                new PlanSubmitted(COPILOT, 1, WRITER, LAUNCH),
                new PlanApproved(COPILOT, 1, READER, LAUNCH),
                new CampaignLaunched(
                    COPILOT,
                    1,
                    List.of(
                        new WaveMembers("pilot", List.of(FINANCE, DESK)),
                        new WaveMembers("rest", List.of(LEGAL))),
                    WRITER,
                    LAUNCH),
                new WaveScheduled(COPILOT, "pilot", PILOT_DUE, LAUNCH)));
    all.addAll(List.of(events));
    return History.of(Campaign::evolve, all);
  }
}
