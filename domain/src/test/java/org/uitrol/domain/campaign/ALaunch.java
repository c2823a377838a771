package org.uitrol.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.History.rejected;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.testing.History;

class ALaunch {

  private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
  private static final Set<DepartmentId> ALL = Set.of(FINANCE, DESK, LEGAL);
  private static final Wave PILOT = waveOn("pilot", "2027-01-11", FINANCE);
  private static final Wave REST = othersAfter("rest", "pilot", StageName.GO_LIVE, 10);

  @Test
  void resolves_the_waves_and_schedules_those_with_a_date_at_the_opening() {
    assertThat(approved(PILOT, REST).launch(launch(NOW), NO_HOLIDAYS))
        .containsExactly(
            new CampaignLaunched(
                COPILOT,
                1,
                List.of(
                    new WaveMembers("pilot", List.of(FINANCE)),
                    new WaveMembers("rest", List.of(DESK, LEGAL))),
                WRITER,
                NOW),
            new WaveScheduled(COPILOT, "pilot", Instant.parse("2027-01-11T08:00:00Z"), NOW));
  }

  @Test
  void moves_a_wave_off_a_holiday() {
    assertThat(
            approved(PILOT, REST)
                .launch(launch(NOW), (country, date) -> date.equals(LocalDate.of(2027, 1, 11))))
        .contains(new WaveScheduled(COPILOT, "pilot", Instant.parse("2027-01-12T08:00:00Z"), NOW));
  }

  @Test
  void lets_a_wave_whose_date_has_gone_by_start_as_soon_as_people_are_at_work() {
    Instant saturday = Instant.parse("2027-01-16T12:00:00Z");
    assertThat(approved(PILOT, REST).launch(launch(saturday), NO_HOLIDAYS))
        .contains(
            new WaveScheduled(COPILOT, "pilot", Instant.parse("2027-01-18T08:00:00Z"), saturday));
    Instant noon = Instant.parse("2027-01-11T11:00:00Z");
    assertThat(approved(PILOT, REST).launch(launch(noon), NO_HOLIDAYS))
        .contains(new WaveScheduled(COPILOT, "pilot", noon, noon));
  }

  @Test
  void names_departments_that_do_not_exist() {
    Campaign campaign = approved(waveOn("pilot", "2027-01-11", FINANCE, LEGAL));
    LaunchCampaign withoutLegal = new LaunchCampaign(COPILOT, WRITER, Set.of(FINANCE, DESK), NOW);
    assertThat(rejected(() -> campaign.launch(withoutLegal, NO_HOLIDAYS)))
        .satisfies(
            rejected -> {
              assertThat(rejected.code()).isEqualTo("UNKNOWN_DEPARTMENTS");
              assertThat(rejected.facts()).isEqualTo(Map.of("departments", List.of(LEGAL)));
            });
  }

  @Test
  void needs_somebody_in_each_wave() {
    LaunchCampaign nobodyElse = new LaunchCampaign(COPILOT, WRITER, Set.of(FINANCE), NOW);
    assertThat(rejected(() -> approved(PILOT, REST).launch(nobodyElse, NO_HOLIDAYS)))
        .satisfies(
            rejected -> {
              assertThat(rejected.code()).isEqualTo("EMPTY_WAVE");
              assertThat(rejected.facts()).isEqualTo(Map.of("wave", "rest"));
            });
  }

  @Test
  void happens_once_and_only_after_approval() {
    Campaign approved = approved(PILOT, REST);
    Campaign running =
        History.more(Campaign::evolve, approved, approved.launch(launch(NOW), NO_HOLIDAYS));
    assertThat(running.status()).isEqualTo(CampaignStatus.RUNNING);
    assertThat(running.launch(launch(NOW), NO_HOLIDAYS)).isEmpty();
    Campaign drafted = Campaign.evolve(null, new PlanDrafted(COPILOT, 1, plan(PILOT), WRITER, NOW));
    assertThat(refusal(() -> drafted.launch(launch(NOW), NO_HOLIDAYS)))
        .isEqualTo("CAMPAIGN_STATUS");
  }

  private static LaunchCampaign launch(Instant at) {
    return new LaunchCampaign(COPILOT, WRITER, ALL, at);
  }

  private static Campaign approved(Wave... waves) {
    return History.of(
        Campaign::evolve,
        List.<CampaignEvent>of(
            new PlanDrafted(COPILOT, 1, plan(waves), WRITER, NOW),
            new PlanSubmitted(COPILOT, 1, WRITER, NOW),
            new PlanApproved(COPILOT, 1, READER, NOW)));
  }
}
