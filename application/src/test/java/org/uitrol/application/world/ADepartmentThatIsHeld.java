package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.rollout.RolloutCommand.ReleaseRollout;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.DomainEvent;

class ADepartmentThatIsHeld {

  private final World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @BeforeEach
  void people_fear_for_their_jobs() {
    world.launch(SamplePlan.plan());
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 5);
    world.play("2027-01-22T12:00:00Z");
  }

  @Test
  void stays_where_it_is_and_talks_with_the_director() {
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.ANNOUNCE);
    assertThat(world.events(RolloutHeld.class)).hasSize(1);
    assertThat(world.sessions(FINANCE, "job-fear.1.1")).hasSize(1);
    assertThat(world.mailTo("f3", "invitation")).hasSize(2);
    assertThat(world.mailTo("owner", "rollout-held")).hasSize(1);
  }

  @Test
  void is_brought_to_its_owner_after_two_working_days_if_the_plan_says_so() {
    assertThat(world.mailTo("owner", "escalation")).isEmpty();

    world.play("2027-01-26T12:00:00Z");

    assertThat(world.mailTo("owner", "escalation")).hasSize(1);
  }

  @Test
  void has_no_history_of_the_future() {
    List<DomainEvent> history = world.history();

    assertThat(history).isNotEmpty().noneMatch(event -> event.at().isAfter(world.now()));
    assertThat(world.events(DispatchRequested.class))
        .anyMatch(one -> one.notBefore().isAfter(world.now()));
  }

  @Test
  void goes_on_when_somebody_releases_it_after_the_talk() {
    world.play("2027-01-28T16:00:00Z");
    world.attend(FINANCE, "job-fear.1.1");
    world.send(
        new ReleaseRollout(
            World.rolloutOf(FINANCE), SamplePlan.WRITER, "The talk has helped", world.now()));
    world.play("2027-02-01T12:00:00Z");

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
  }

  @Test
  void is_reported_once_when_it_takes_longer_than_the_plan_allows() {
    world.play("2027-03-08T12:00:00Z");

    assertThat(world.events(GateOverdue.class))
        .extracting(GateOverdue::at)
        .containsExactly(Instant.parse("2027-02-08T08:00:00Z"));
    assertThat(world.mailTo("owner", "gate-overdue")).hasSize(1);
  }
}
