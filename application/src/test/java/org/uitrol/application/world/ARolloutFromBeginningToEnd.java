package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;

class ARolloutFromBeginningToEnd {

  private final World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @Test
  void leads_every_department_to_its_go_live() {
    playAll(world);

    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(world.rollout(LEGAL).status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(world.events(CampaignCompleted.class)).hasSize(1);
    assertThat(world.events(WaveStarted.class))
        .extracting(WaveStarted::wave)
        .containsExactly("pilot", "rest");
    assertThat(world.mail.sent()).hasSizeGreaterThan(80);
    assertThat(world.events(HandedOver.class))
        .hasSameSizeAs(world.mail.sent())
        .extracting(HandedOver::dispatch)
        .doesNotHaveDuplicates();
    assertThat(world.mailTo("f2", "why-copilot")).hasSize(1);
    assertThat(world.mailTo("f2", "invitation"))
        .extracting(FakeMail.Sent::method)
        .containsExactly("REQUEST", "REQUEST", "REQUEST");
  }

  @Test
  void is_the_same_when_every_event_arrives_twice() {
    World twice = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

    playAll(world);
    playAll(twice);

    assertThat(twice.history()).hasSizeGreaterThan(300);
    assertSame(twice.history(), world.history());
    assertThat(twice.mail.sent()).isEqualTo(world.mail.sent());
  }

  static void assertSame(List<DomainEvent> actual, List<DomainEvent> expected) {
    for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
      assertThat(actual.get(i)).as("event " + i).isEqualTo(expected.get(i));
    }
    assertThat(actual).hasSameSizeAs(expected);
  }

  private static void playAll(World world) {
    world.launch(SamplePlan.plan());
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1);
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-01-22T12:00:00Z");
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
    world.play("2027-01-26T16:00:00Z");
    world.attend(FINANCE, "tasks");
    world.play("2027-01-28T12:00:00Z");
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.TRAIN);
    world.answer(LEGAL, "readiness", 5, 2);
    world.play("2027-02-01T16:00:00Z");
    world.complete(FINANCE, "basics");
    world.attend(FINANCE, "practice");
    world.attend(LEGAL, "plans");
    world.play("2027-02-04T12:00:00Z");
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.GO_LIVE);
    finishTask(world, FINANCE);
    world.play("2027-02-10T16:00:00Z");
    world.attend(LEGAL, "tasks");
    world.play("2027-02-17T16:00:00Z");
    assertThat(world.rollout(LEGAL).stage()).isEqualTo(StageName.TRAIN);
    world.complete(LEGAL, "basics");
    world.attend(LEGAL, "practice");
    world.play("2027-02-22T16:00:00Z");
    assertThat(world.rollout(LEGAL).stage()).isEqualTo(StageName.GO_LIVE);
    finishTask(world, LEGAL);
    world.play("2027-03-10T16:00:00Z");
  }

  private static void finishTask(World world, DepartmentId department) {
    FollowUpOpened task =
        world.events(FollowUpOpened.class).stream()
            .filter(one -> one.rollout().equals(World.rolloutOf(department)))
            .filter(one -> one.activity().equals("licences"))
            .findFirst()
            .orElseThrow();
    world.send(new CloseFollowUp(task.followUp(), FollowUpOutcome.DONE, world.now()));
  }
}
