package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.communication.DispatchEvent.DispatchPostponed;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyPlan;

class SurveysThatAskEnough {

  private static final CampaignId SECOND = new CampaignId("second");
  private static final String INVITATION = "survey-invitation";

  private World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void close_before_their_time_once_the_share_of_the_plan_answered(String deliveries) {
    begin(deliveries);
    SurveyPlan readiness = Objects.requireNonNull(SamplePlan.plan().surveys().get("readiness"));
    SurveyPlan half = new SurveyPlan(readiness.title(), null, readiness.questions(), 50, null);
    world.launch(SamplePlan.plan().withSurveys(Map.of("readiness", half)));
    world.play("2027-01-14T12:00:00Z");
    assertThat(world.events(SurveyOpened.class)).hasSize(1);
    assertThat(world.rollout(FINANCE).members()).hasSize(5);

    world.answer(FINANCE, "readiness", 4, 2, "f3", "f4", "f5");
    world.play("2027-01-14T13:00:00Z");
    assertThat(world.events(SurveyClosed.class)).isEmpty();

    world.answer(FINANCE, "readiness", 4, 2, "f4", "f5");
    world.play("2027-01-14T14:00:00Z");
    assertThat(world.events(SurveyClosed.class))
        .singleElement()
        .satisfies(closed -> assertThat(closed.outcome()).containsEntry("responses.rate", 0.6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void ask_nobody_again_within_the_days_of_rest(String deliveries) {
    begin(deliveries);
    world.launch(SamplePlan.plan());
    world.launch(SamplePlan.limited(SECOND, new LoadRule(3, null, null, null, 2)));
    world.play("2027-01-14T12:00:00Z");
    assertThat(world.events(SurveyOpened.class)).hasSize(2);
    assertThat(world.mailTo("f3", INVITATION)).hasSize(1);
    assertThat(world.events(DispatchPostponed.class))
        .filteredOn(one -> one.reason() == PostponeReason.REST)
        .hasSize(world.rollout(FINANCE).members().size());

    world.play("2027-01-18T16:00:00Z");
    assertThat(world.mailTo("f3", INVITATION)).hasSize(2);
  }

  @Test
  void ask_not_at_all_who_rests_until_after_their_end_and_send_no_reminder_of_it() {
    world.launch(SamplePlan.plan());
    world.launch(SamplePlan.limited(SECOND, new LoadRule(3, null, null, null, 60)));
    world.play("2027-01-14T12:00:00Z");
    world.play("2027-02-20T12:00:00Z");

    assertThat(world.mailTo("f3", INVITATION)).hasSize(1);
    assertThat(world.mailTo("f3", "survey-reminder")).hasSizeLessThanOrEqualTo(2);
    world.play("2027-05-01T12:00:00Z");
    assertThat(world.events(DispatchSuppressed.class))
        .extracting(DispatchSuppressed::reason)
        .contains(SuppressReason.TOO_LATE);
    assertThat(world.mailTo("f3", INVITATION)).hasSize(1);
  }

  private void begin(String deliveries) {
    if (deliveries.equals("twice")) {
      world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");
    }
  }
}
