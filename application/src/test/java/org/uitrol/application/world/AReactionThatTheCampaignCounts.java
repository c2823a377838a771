package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;
import static org.uitrol.application.testing.SamplePlan.READER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignEvent.ReactionDenied;
import org.uitrol.domain.campaign.CampaignEvent.ReactionGranted;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutEvent.ReactionAsked;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.RolloutEvent.ReactionRefused;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan.Per;
import org.uitrol.domain.shared.DepartmentId;

/** The owner is told once that a department is held, whichever it is. */
class AReactionThatTheCampaignCounts {

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @Test
  void fires_in_one_department_and_is_refused_in_the_other() {
    launch(1, null);
    hold(FINANCE);
    hold(LEGAL);
    world.play("2027-01-29T12:00:00Z");

    assertThat(world.events(ReactionAsked.class)).hasSize(2);
    assertThat(world.events(ReactionGranted.class))
        .extracting(ReactionGranted::department)
        .containsExactly(FINANCE);
    assertThat(world.events(ReactionDenied.class))
        .extracting(ReactionDenied::department)
        .containsExactly(LEGAL);
    assertThat(world.events(ReactionFired.class))
        .extracting(ReactionFired::rollout)
        .containsExactly(World.rolloutOf(FINANCE));
    assertThat(world.events(ReactionRefused.class))
        .extracting(ReactionRefused::reason)
        .containsExactly(RefusalReason.OFTEN_ENOUGH);
    assertThat(world.mailTo("owner", "escalation")).hasSize(1);
  }

  @Test
  void rests_in_the_other_department_too() {
    launch(9, 3);
    hold(FINANCE);
    hold(LEGAL);

    assertThat(world.events(ReactionRefused.class))
        .extracting(ReactionRefused::reason)
        .containsExactly(RefusalReason.COOLING_DOWN);
  }

  @Test
  void waits_for_the_end_of_a_pause_that_came_before_the_answer() {
    launch(1, null);
    world.stopProcesses();
    hold(FINANCE);
    world.send(new PauseCampaign(COPILOT, READER, "Elections", world.now()));
    world.startProcesses();
    assertThat(world.events(ReactionAsked.class)).hasSize(1);

    world.play("2027-01-28T12:00:00Z");
    world.send(new ResumeCampaign(COPILOT, READER, world.now()));

    assertThat(world.events(ReactionGranted.class)).hasSize(1);
    assertThat(world.events(ReactionFired.class)).hasSize(1);
  }

  private void launch(int most, @Nullable Integer coolDown) {
    world.launch(
        SamplePlan.reacting(
            new ReactionPlan(
                "told",
                "rollout.held",
                null,
                most,
                List.of(new ActionPlan(Kind.ESCALATE, "", EscalateTo.OWNER, 0, 0)),
                Per.CAMPAIGN,
                coolDown,
                null)));
    world.play("2027-01-15T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1);
    world.play("2027-01-27T12:00:00Z");
    assertThat(world.rollout(LEGAL).members()).isNotEmpty();
  }

  private void hold(DepartmentId department) {
    world.send(new HoldRollout(World.rolloutOf(department), READER, "Elections", world.now()));
  }
}
