package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.shared.DepartmentId;

class TheSampleCampaign {

  private static Plan plan;

  @BeforeAll
  static void read() throws IOException {
    plan = AnyCampaignFile.good(AnyCampaignFile.resource("/sample/campaign.yaml")).plan();
  }

  @Test
  void is_read_without_a_warning() throws IOException {
    assertThat(AnyCampaignFile.good(AnyCampaignFile.resource("/sample/campaign.yaml")).warnings())
        .isEmpty();
  }

  @Test
  void leads_three_departments_through_all_stages_in_two_waves() {
    assertThat(plan.stages()).extracting(StagePlan::stage).containsExactly(StageName.values());
    assertThat(plan.waves().get(0).start()).isEqualTo(LocalDate.of(2027, 1, 11));
    assertThat(plan.waves())
        .flatExtracting(Wave::departments)
        .containsExactly(
            new DepartmentId("burgerzaken"),
            new DepartmentId("financien"),
            new DepartmentId("sociaal-domein"));
  }

  @Test
  void reacts_to_fear_to_unreadiness_and_to_missed_training() {
    assertThat(plan.reactions())
        .extracting(ReactionPlan::id)
        .contains("job-fear", "not-ready", "missed-training", "course-overdue");
  }
}
