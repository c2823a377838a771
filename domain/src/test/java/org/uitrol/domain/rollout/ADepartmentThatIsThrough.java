package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.testing.Plans.action;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.reacting;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.CancelRollout;
import org.uitrol.domain.rollout.RolloutCommand.PauseRollout;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutCommand.ResumeRollout;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCancelled;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.RolloutEvent.RolloutResumed;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;

/** It has nothing to do any more but to ask, a day later, how people are doing. */
class ADepartmentThatIsThrough {

  private static final Instant WEDNESDAY = Instant.parse("2027-01-13T08:00:00Z");
  private static final String SURVEY = "how.1.1";

  private final OneDepartment finance =
      OneDepartment.with(
          3,
          reacting(
              stages(stage(StageName.GO_LIVE)),
              new ReactionPlan(
                  "how",
                  "rollout.completed",
                  null,
                  1,
                  List.of(action(Kind.SURVEY, "readiness", 1, 5)))));

  @BeforeEach
  void is_through() {
    assertThat(finance.now().status()).isEqualTo(RolloutStatus.COMPLETED);
  }

  @Test
  void still_asks_who_is_there_by_then() {
    assertThat(finance.when(new RemoveMember(ID, person(2), MONDAY)))
        .containsExactly(new MemberLeft(ID, person(2), MONDAY));
    assertThat(finance.when(new AddMember(ID, person(9), MONDAY))).isEmpty();

    assertThat(finance.startActivity(SURVEY, TUESDAY))
        .filteredOn(ActivityStarted.class::isInstance)
        .extracting(event -> ((ActivityStarted) event).people())
        .containsExactly(List.of(person(1), person(3)));
  }

  @Test
  void waits_in_a_pause_and_stays_through() {
    assertThat(finance.when(new PauseRollout(ID, MONDAY)))
        .containsExactly(new RolloutPaused(ID, MONDAY));
    assertThat(finance.when(new PauseRollout(ID, MONDAY))).isEmpty();
    assertThat(finance.startActivity(SURVEY, TUESDAY)).isEmpty();
    assertThat(finance.now().status()).isEqualTo(RolloutStatus.COMPLETED);

    assertThat(finance.when(new ResumeRollout(ID, WEDNESDAY)))
        .startsWith(new RolloutResumed(ID, WEDNESDAY))
        .anyMatch(ActivityPlanned.class::isInstance);
    assertThat(finance.when(new ResumeRollout(ID, WEDNESDAY))).isEmpty();
    assertThat(finance.now().status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(finance.startActivity(SURVEY, WEDNESDAY))
        .anyMatch(ActivityStarted.class::isInstance);
  }

  @Test
  void asks_nothing_once_the_campaign_is_cancelled_and_stays_through() {
    assertThat(finance.when(new CancelRollout(ID, MONDAY)))
        .containsExactly(new RolloutCancelled(ID, MONDAY));
    assertThat(finance.when(new CancelRollout(ID, MONDAY))).isEmpty();
    assertThat(finance.now().status()).isEqualTo(RolloutStatus.COMPLETED);

    assertThat(finance.startActivity(SURVEY, TUESDAY)).isEmpty();
    assertThat(finance.when(new PauseRollout(ID, TUESDAY))).isEmpty();
  }
}
