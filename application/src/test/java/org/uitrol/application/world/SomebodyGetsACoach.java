package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;

/** Whoever declines the presentation gets a coach, a course and something to do. */
class SomebodyGetsACoach {

  private static final PersonId F3 = new PersonId("f3");

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @BeforeEach
  void who_declines() {
    world.launch(plan());
    world.play("2027-01-12T12:00:00Z");
    Session plans = world.sessions(FINANCE, "plans").get(0);
    world.send(new AnswerInvitation(plans.id(), F3, Answer.DECLINED, world.now()));
    world.play("2027-01-14T12:00:00Z");
  }

  @Test
  void alone_is_invited_by_a_coach() {
    assertThat(world.events(ReactionFired.class)).hasSize(1);
    assertThat(world.sessions(FINANCE, "helped.1.1"))
        .singleElement()
        .satisfies(session -> assertThat(session.seats()).containsOnlyKeys(F3));
    assertThat(world.mailTo("f3", "invitation")).hasSize(2);
    assertThat(world.mailTo("f4", "invitation")).hasSize(1);
  }

  @Test
  void alone_is_enrolled_and_has_something_to_do() {
    assertThat(world.events(LearnerEnrolled.class))
        .extracting(enrolled -> enrolled.activity() + " " + enrolled.person())
        .containsExactly("helped.1.2 f3");
    assertThat(world.events(FollowUpOpened.class))
        .filteredOn(opened -> opened.kind() == FollowUpKind.TASK)
        .extracting(FollowUpOpened::person)
        .containsExactly(F3);
    assertThat(world.mailTo("f3", "task")).hasSize(1);
  }

  @Test
  void does_not_keep_the_department_waiting() {
    world.answer(FINANCE, "readiness", 4, 2);
    world.play("2027-01-25T12:00:00Z");

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
  }

  private static Plan plan() {
    return SamplePlan.reacting(
        new ReactionPlan(
            "helped",
            "session.declined",
            null,
            1,
            List.of(
                new ActionPlan(Kind.COACHING, "own-tasks", null, 0, 8),
                new ActionPlan(Kind.TRAINING, "basics", null, 0, 10),
                new ActionPlan(Kind.TASK, "", null, 0, 5, Text.of("en", "Read the letter")))));
  }
}
