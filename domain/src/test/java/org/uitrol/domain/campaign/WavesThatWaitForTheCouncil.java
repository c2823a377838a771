package org.uitrol.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.FINANCE;
import static org.uitrol.domain.testing.Plans.NO_HOLIDAYS;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.answered;
import static org.uitrol.domain.testing.Plans.changed;
import static org.uitrol.domain.testing.Plans.plan;
import static org.uitrol.domain.testing.Plans.text;
import static org.uitrol.domain.testing.Plans.waveOn;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.CampaignCommand.AnswerQuestion;
import org.uitrol.domain.campaign.CampaignCommand.NoteConsultation;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.ConsultationNoted;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.QuestionAnswered;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.testing.History;

class WavesThatWaitForTheCouncil {

  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant EVENING = Instant.parse("2027-01-13T19:00:00Z");
  private static final Instant MORNING = Instant.parse("2027-01-14T08:00:00Z");
  private static final StartWave START = new StartWave(COPILOT, "pilot", MONDAY);

  @Test
  void do_not_start_before_it_has_had_its_say() {
    assertThat(launched(StageName.ANNOUNCE).startWave(START)).isEmpty();
  }

  @Test
  void start_when_people_are_at_work_once_it_has() {
    NoteConsultation settled = new NoteConsultation(COPILOT, 1, true, EVENING);
    Campaign waiting = launched(StageName.ANNOUNCE);
    List<CampaignEvent> events = waiting.noteConsultation(settled, NO_HOLIDAYS);
    assertThat(events)
        .containsExactly(
            new ConsultationNoted(COPILOT, 1, true, EVENING),
            new WaveScheduled(COPILOT, "pilot", MORNING, EVENING));
    Campaign free = History.more(Campaign::evolve, waiting, events);
    assertThat(free.noteConsultation(settled, NO_HOLIDAYS)).isEmpty();
    assertThat(free.startWave(new StartWave(COPILOT, "pilot", MORNING))).hasSize(1);
  }

  @Test
  void wait_again_when_it_changes_its_mind() {
    Campaign waiting = launched(StageName.ANNOUNCE);
    Campaign free =
        History.more(
            Campaign::evolve,
            waiting,
            List.of(
                new ConsultationNoted(COPILOT, 1, true, EVENING),
                new ConsultationNoted(COPILOT, 1, false, EVENING)));
    assertThat(free.startWave(new StartWave(COPILOT, "pilot", MORNING))).isEmpty();
  }

  @Test
  void start_at_once_when_only_a_later_stage_needs_it() {
    assertThat(launched(StageName.GO_LIVE).startWave(START)).hasSize(1);
  }

  @Test
  void an_answer_is_kept_once_and_counts_with_those_of_the_plan() {
    AnswerQuestion answer =
        new AnswerQuestion(COPILOT, Disclosure.DATA_USED, text("Your mail"), WRITER, MONDAY);
    Campaign before =
        History.of(
            Campaign::evolve,
            List.of(
                new PlanDrafted(COPILOT, 1, plan(waveOn("pilot", "2027-01-11")), WRITER, MONDAY)));
    List<CampaignEvent> events = before.answer(answer);
    assertThat(events)
        .containsExactly(
            new QuestionAnswered(COPILOT, Disclosure.DATA_USED, text("Your mail"), WRITER, MONDAY));
    Campaign after = History.more(Campaign::evolve, before, events);
    assertThat(after.answer(answer)).isEmpty();
    assertThat(after.answered()).containsExactly(Disclosure.values());
  }

  private static Campaign launched(StageName before) {
    ConsultationRule rule = new ConsultationRule("Works council", Needs.CONSENT, before);
    Plan plan = plan(waveOn("pilot", "2027-01-11", FINANCE));
    Plan consulted = changed(plan, answered(rule), plan.load());
    List<CampaignEvent> events =
        List.of(
            new PlanDrafted(COPILOT, 1, consulted, WRITER, MONDAY),
            new CampaignLaunched(
                COPILOT, 1, List.of(new WaveMembers("pilot", List.of(FINANCE))), WRITER, MONDAY),
            new WaveScheduled(COPILOT, "pilot", MONDAY, MONDAY));
    return History.of(Campaign::evolve, events);
  }
}
