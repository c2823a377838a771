package org.uitrol.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.DESK;
import static org.uitrol.domain.testing.Plans.FINANCE;
import static org.uitrol.domain.testing.Plans.LEGAL;
import static org.uitrol.domain.testing.Plans.NO_HOLIDAYS;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.answered;
import static org.uitrol.domain.testing.Plans.changed;
import static org.uitrol.domain.testing.Plans.plan;
import static org.uitrol.domain.testing.Plans.waveOn;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.NoteCompletion;
import org.uitrol.domain.campaign.CampaignCommand.NoteConsultation;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.CampaignResumed;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentAdmitted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentCompleted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentsQueued;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.testing.History;

/** A wave of finance and the desk, and one of legal; one department at a time. */
class DepartmentsThatWaitForTheirTurn {

  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final StartWave FIRST = new StartWave(COPILOT, "first", MONDAY);
  private static final StartWave SECOND = new StartWave(COPILOT, "second", MONDAY);

  @Test
  void are_told_so_when_their_wave_starts() {
    assertThat(launched(1).startWave(FIRST))
        .containsExactly(
            new WaveStarted(COPILOT, "first", 1, List.of(FINANCE), MONDAY),
            new DepartmentsQueued(COPILOT, "first", List.of(DESK), MONDAY));
  }

  @Test
  void of_a_later_wave_wait_behind_those_of_an_earlier() {
    Campaign waiting = after(launched(1), FIRST);
    assertThat(waiting.startWave(SECOND))
        .containsExactly(
            new WaveStarted(COPILOT, "second", 1, List.of(), MONDAY),
            new DepartmentsQueued(COPILOT, "second", List.of(LEGAL), MONDAY));
    Campaign both = after(waiting, SECOND);
    assertThat(both.noteCompletion(new NoteCompletion(COPILOT, FINANCE, MONDAY)))
        .containsExactly(
            new DepartmentCompleted(COPILOT, FINANCE, MONDAY),
            new DepartmentAdmitted(COPILOT, "first", 1, DESK, MONDAY));
  }

  @Test
  void begin_after_a_pause_and_not_in_it() {
    Campaign paused =
        History.more(
            Campaign::evolve,
            after(launched(1), FIRST),
            after(launched(1), FIRST).pause(new PauseCampaign(COPILOT, WRITER, "wait", MONDAY)));
    List<CampaignEvent> completing =
        paused.noteCompletion(new NoteCompletion(COPILOT, FINANCE, MONDAY));
    assertThat(completing).containsExactly(new DepartmentCompleted(COPILOT, FINANCE, MONDAY));
    assertThat(
            History.more(Campaign::evolve, paused, completing)
                .resume(new ResumeCampaign(COPILOT, WRITER, MONDAY)))
        .contains(
            new CampaignResumed(COPILOT, WRITER, MONDAY),
            new DepartmentAdmitted(COPILOT, "first", 1, DESK, MONDAY));
  }

  @Test
  void wait_for_the_works_council_too_when_an_amendment_needs_it() {
    Campaign waiting = after(launched(1), FIRST);
    Plan asking =
        changed(
            waiting.plan(),
            answered(new ConsultationRule("Council", Needs.CONSENT, StageName.ANNOUNCE)),
            waiting.plan().load());
    List<CampaignEvent> amending =
        List.of(
            new PlanDrafted(COPILOT, 2, asking, WRITER, MONDAY),
            new CampaignAmended(
                COPILOT,
                2,
                List.of(
                    new WaveMembers("first", List.of(FINANCE, DESK)),
                    new WaveMembers("second", List.of(LEGAL))),
                WRITER,
                MONDAY),
            new DepartmentCompleted(COPILOT, FINANCE, MONDAY));
    Campaign amended = History.more(Campaign::evolve, waiting, amending);

    assertThat(
            amended.noteConsultation(new NoteConsultation(COPILOT, 2, true, MONDAY), NO_HOLIDAYS))
        .contains(new DepartmentAdmitted(COPILOT, "first", 2, DESK, MONDAY));
    assertThat(amended.resume(new ResumeCampaign(COPILOT, WRITER, MONDAY))).isEmpty();
  }

  @Test
  void are_none_where_there_is_room_for_all() {
    assertThat(launched(2).startWave(FIRST))
        .containsExactly(new WaveStarted(COPILOT, "first", 1, List.of(FINANCE, DESK), MONDAY));
  }

  private static Campaign after(Campaign campaign, StartWave start) {
    return History.more(Campaign::evolve, campaign, campaign.startWave(start));
  }

  private static Campaign launched(int atOnce) {
    Plan plan =
        plan(waveOn("first", "2027-01-11", FINANCE, DESK), waveOn("second", "2027-01-11", LEGAL));
    Plan limited = changed(plan, plan.governance(), new LoadRule(3, atOnce));
    List<CampaignEvent> events =
        List.of(
            new PlanDrafted(COPILOT, 1, limited, WRITER, MONDAY),
            new PlanApproved(COPILOT, 1, WRITER, MONDAY));
    Campaign approved = History.of(Campaign::evolve, events);
    Set<DepartmentId> all = Set.of(FINANCE, DESK, LEGAL);
    return History.more(
        Campaign::evolve,
        approved,
        approved.launch(new LaunchCampaign(COPILOT, WRITER, all, MONDAY), NO_HOLIDAYS));
  }
}
