package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;

/** A gate, a stage, a department that is held and a newcomer are about no activity of the plan. */
class AReactionAboutNoActivity {

  private static final ActionPlan TO_OWNER =
      new ActionPlan(Kind.ESCALATE, "", EscalateTo.OWNER, 0, 0);

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @Test
  void mails_a_newcomer_and_tells_the_manager_later() {
    world.launch(
        SamplePlan.reacting(
            new ReactionPlan(
                "welcome",
                "member.joined",
                null,
                1,
                List.of(
                    new ActionPlan(Kind.MAIL, "pick-another-date", null, 0, 0),
                    new ActionPlan(Kind.ESCALATE, "", EscalateTo.MANAGER, 2, 0)))));
    world.play("2027-01-12T12:00:00Z");
    world.hire("new", FINANCE, "f1");
    world.play("2027-01-18T16:00:00Z");

    assertThat(world.events(DispatchFailed.class)).isEmpty();
    assertThat(world.mailTo("new", "pick-another-date")).hasSize(1);
    assertThat(world.mailTo("f1", "escalation")).hasSize(1);
  }

  @Test
  void tells_the_owner_of_a_stage_a_gate_and_a_hold() {
    world.launch(
        SamplePlan.reacting(
            new ReactionPlan("begun", "stage.entered", null, 1, List.of(TO_OWNER)),
            new ReactionPlan("shut", "gate.blocked", null, 1, List.of(TO_OWNER)),
            new ReactionPlan("stopped", "rollout.held", null, 1, List.of(TO_OWNER))));
    world.play("2027-01-12T12:00:00Z");
    world.send(
        new HoldRollout(World.rolloutOf(FINANCE), SamplePlan.READER, "Elections", world.now()));
    world.play("2027-01-15T16:00:00Z");

    assertThat(world.events(DispatchFailed.class)).isEmpty();
    assertThat(world.mailTo("owner", "escalation")).hasSize(3);
  }
}
