package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignCommand.AmendCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.communication.MailText;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.shared.Text;

/** Finance is in its announcement when the demo of the plan is replaced by a mail. */
class APlanThatIsAmended {

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @BeforeEach
  void finance_has_started() {
    world.launch(SamplePlan.plan());
    world.play("2027-01-12T12:00:00Z");
  }

  @Test
  void leaves_the_sessions_of_the_present_stage_alone() {
    int before = world.sessions(FINANCE, "plans").size();
    amend();

    assertThat(world.sessions(FINANCE, "plans")).hasSize(before).isNotEmpty();
    assertThat(world.mailTo("f3", "invitation-cancelled")).isEmpty();
    assertThat(world.rollout(FINANCE).planVersion()).isEqualTo(1);
  }

  @Test
  void counts_for_a_department_from_its_next_stage_on() {
    amend();
    finishAnnouncement();

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
    assertThat(world.rollout(FINANCE).planVersion()).isEqualTo(2);
    world.play("2027-01-26T12:00:00Z");
    assertThat(world.mailTo("f3", "look-at-this")).hasSize(1);
    assertThat(world.sessions(FINANCE, "tasks")).isEmpty();
  }

  @Test
  void is_what_departments_begin_with_that_had_not_started() {
    amend();
    finishAnnouncement();
    world.play("2027-01-29T12:00:00Z");

    assertThat(world.events(RolloutStarted.class))
        .filteredOn(started -> started.department().equals(LEGAL))
        .extracting(RolloutStarted::planVersion)
        .containsOnly(2);
  }

  @Test
  void still_has_the_words_of_what_was_taken_away() {
    Plan plan = changed();
    Map<String, MailText> mails = new LinkedHashMap<>(plan.mails());
    mails.remove("why-copilot");
    take(SamplePlan.plan(plan.stages(), mails));
    finishAnnouncement();

    // Somebody joins late: news of the stage that is over doesn't reach them, but nothing breaks.
    world.hire("f6", FINANCE, "f1");
    world.play("2027-01-26T12:00:00Z");
    assertThat(world.mailTo("f6", "look-at-this")).hasSize(1);
  }

  private void finishAnnouncement() {
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 2);
    world.play("2027-01-25T12:00:00Z");
  }

  private void amend() {
    take(changed());
  }

  private void take(Plan plan) {
    world.send(new DraftPlan(plan.campaign(), plan, SamplePlan.WRITER, world.now()));
    world.send(new SubmitPlan(plan.campaign(), SamplePlan.WRITER, world.now()));
    world.send(new ApprovePlan(plan.campaign(), SamplePlan.READER, world.now()));
    world.send(
        new AmendCampaign(
            plan.campaign(), 2, SamplePlan.WRITER, Set.of(FINANCE, LEGAL), world.now()));
  }

  private static Plan changed() {
    Plan plan = SamplePlan.plan();
    Map<String, MailText> mails = new LinkedHashMap<>(plan.mails());
    mails.put(
        "look-at-this", new MailText(Text.of("en", "look-at-this"), Text.of("en", "-"), false));
    List<StagePlan> stages = new ArrayList<>(plan.stages());
    stages.set(
        1,
        new StagePlan(
            StageName.DEMO,
            List.of(
                new ActivityPlan(
                    "look", ActivityKind.ANNOUNCEMENT, "look-at-this", 0, 0, null, null)),
            stages.get(1).gate()));
    return SamplePlan.plan(stages, mails);
  }
}
