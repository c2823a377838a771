package org.uitrol.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.FINANCE;
import static org.uitrol.domain.testing.Plans.LEGAL;
import static org.uitrol.domain.testing.Plans.NO_HOLIDAYS;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.plan;
import static org.uitrol.domain.testing.Plans.waveOn;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.CampaignCommand.GrantReaction;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.ReactionDenied;
import org.uitrol.domain.campaign.CampaignEvent.ReactionGranted;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.shared.DepartmentId;

class AReactionOfSeveralDepartments {

  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2027-01-15T08:00:00Z");
  private static final Instant MONDAY_AFTER = Instant.parse("2027-01-18T08:00:00Z");

  private Campaign campaign =
      Campaign.evolve(
          null,
          new PlanDrafted(
              COPILOT, 1, plan(waveOn("pilot", "2027-01-11", FINANCE, LEGAL)), WRITER, MONDAY));

  @Test
  void fires_as_often_as_it_may_in_all_of_them_together() {
    assertThat(ask(FINANCE, "survey/1", 2, null, MONDAY))
        .containsExactly(new ReactionGranted(COPILOT, FINANCE, "fear", "survey/1", MONDAY));
    assertThat(ask(LEGAL, "survey/2", 2, null, MONDAY))
        .containsExactly(new ReactionGranted(COPILOT, LEGAL, "fear", "survey/2", MONDAY));
    assertThat(ask(FINANCE, "survey/3", 2, null, FRIDAY))
        .containsExactly(
            new ReactionDenied(
                COPILOT, FINANCE, "fear", "survey/3", RefusalReason.OFTEN_ENOUGH, FRIDAY));
  }

  @Test
  void is_answered_once_for_each_cause_in_each_department() {
    ask(FINANCE, "stage/demo", 1, null, MONDAY);

    assertThat(ask(FINANCE, "stage/demo", 1, null, FRIDAY)).isEmpty();
    assertThat(ask(LEGAL, "stage/demo", 1, null, FRIDAY))
        .hasOnlyElementsOfType(ReactionDenied.class)
        .hasSize(1);
    assertThat(ask(LEGAL, "stage/demo", 1, null, FRIDAY)).isEmpty();
  }

  @Test
  void counts_what_fired_before_when_a_later_plan_allows_more_or_less() {
    ask(FINANCE, "survey/1", 1, null, MONDAY);
    ask(LEGAL, "survey/2", 1, null, MONDAY);

    assertThat(ask(LEGAL, "survey/3", 2, null, FRIDAY))
        .hasOnlyElementsOfType(ReactionGranted.class)
        .hasSize(1);
    assertThat(ask(FINANCE, "survey/4", 2, null, FRIDAY))
        .hasOnlyElementsOfType(ReactionDenied.class)
        .hasSize(1);
  }

  @Test
  void rests_in_all_of_them_after_it_fired_in_one() {
    ask(FINANCE, "survey/1", 9, 5, MONDAY);

    assertThat(ask(LEGAL, "survey/2", 9, 5, FRIDAY))
        .containsExactly(
            new ReactionDenied(
                COPILOT, LEGAL, "fear", "survey/2", RefusalReason.COOLING_DOWN, FRIDAY));
    assertThat(ask(LEGAL, "survey/3", 9, 5, MONDAY_AFTER))
        .hasOnlyElementsOfType(ReactionGranted.class)
        .hasSize(1);
  }

  @Test
  void rests_from_the_latest_also_when_an_earlier_one_is_heard_of_later() {
    ask(FINANCE, "survey/1", 9, null, FRIDAY);
    ask(LEGAL, "survey/2", 9, null, MONDAY);

    assertThat(ask(LEGAL, "survey/3", 9, 5, MONDAY_AFTER))
        .hasOnlyElementsOfType(ReactionDenied.class)
        .hasSize(1);
  }

  private List<CampaignEvent> ask(
      DepartmentId department, String cause, int most, @Nullable Integer coolDown, Instant at) {
    List<CampaignEvent> events =
        campaign.grantReaction(
            new GrantReaction(COPILOT, department, "fear", cause, most, coolDown, at), NO_HOLIDAYS);
    for (CampaignEvent event : events) {
      campaign = Campaign.evolve(campaign, event);
    }
    return events;
  }
}
