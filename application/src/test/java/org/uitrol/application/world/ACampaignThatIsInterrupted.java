package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;
import static org.uitrol.application.testing.SamplePlan.WRITER;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;

class ACampaignThatIsInterrupted {

  private final World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @BeforeEach
  void is_launched() {
    world.launch(SamplePlan.plan());
  }

  @Test
  void starts_the_wave_that_fell_due_in_the_pause_when_it_is_resumed() {
    world.play("2027-01-11T07:00:00Z");
    pause();
    world.play("2027-01-14T12:00:00Z");
    assertThat(world.events(WaveStarted.class)).isEmpty();

    world.send(new ResumeCampaign(COPILOT, WRITER, world.now()));
    world.play("2027-01-14T12:00:00Z");

    assertThat(world.events(WaveStarted.class)).hasSize(1);
    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.RUNNING);
    assertThat(world.mailTo("f1", "why-copilot")).hasSize(1);
  }

  @Test
  void starts_what_fell_due_in_a_department_when_it_is_resumed() {
    world.play("2027-01-11T12:00:00Z");
    pause();
    world.play("2027-01-18T12:00:00Z");
    assertThat(world.events(ActivityStarted.class)).hasSize(1);

    world.send(new ResumeCampaign(COPILOT, WRITER, world.now()));
    world.play("2027-01-18T13:00:00Z");

    assertThat(world.events(ActivityStarted.class))
        .extracting(one -> one.activity().id())
        .containsExactlyInAnyOrder("news", "plans", "readiness");
    world.answer(FINANCE, "readiness", 4, 1);
    world.play("2027-02-08T12:00:00Z");
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
  }

  @Test
  void calls_off_all_that_is_to_come_when_it_is_cancelled() {
    world.play("2027-01-13T12:00:00Z");
    assertThat(world.events(SessionPlanned.class)).hasSize(1);

    cancel();
    world.play("2027-03-13T12:00:00Z");

    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.CANCELLED);
    assertThat(world.events(SessionCancelled.class)).hasSize(1);
    assertThat(world.events(SurveyClosed.class)).hasSize(1);
    assertThat(world.sessions(FINANCE, "plans"))
        .extracting(Session::state)
        .containsExactly(Session.State.CANCELLED);
    for (String person : List.of("f1", "f2", "f3", "f4", "f5", "director")) {
      assertThat(world.mailTo(person, "invitation-cancelled"))
          .extracting(FakeMail.Sent::method)
          .containsExactly("CANCEL");
    }
    assertThat(world.events(WaveStarted.class)).hasSize(1);
  }

  @Test
  void sends_nothing_but_cancellations_once_it_is_cancelled() {
    world.play("2027-01-12T17:00:00Z");
    cancel();
    int before = world.mail.sent().size();
    world.play("2027-03-13T12:00:00Z");

    assertThat(world.mail.sent().subList(before, world.mail.sent().size()))
        .extracting(FakeMail.Sent::method)
        .containsOnly("CANCEL");
  }

  @Test
  void pauses_a_department_that_is_starting_at_that_moment() {
    world.play("2027-01-11T07:00:00Z");
    world.stopProcesses();
    world.play("2027-01-11T08:00:00Z");
    pause();
    world.startProcesses();
    world.play("2027-01-14T12:00:00Z");

    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.PAUSED);
    assertThat(world.events(ActivityStarted.class)).isEmpty();
  }

  @Test
  void cancels_a_department_that_is_starting_at_that_moment() {
    world.play("2027-01-11T07:00:00Z");
    world.stopProcesses();
    world.play("2027-01-11T08:00:00Z");
    cancel();
    world.startProcesses();
    world.play("2027-01-14T12:00:00Z");

    assertThat(world.rollout(FINANCE).status()).isEqualTo(RolloutStatus.CANCELLED);
  }

  @Test
  void loses_nobody_who_moves_while_a_department_is_starting() {
    world.play("2027-01-11T07:00:00Z");
    world.stopProcesses();
    world.play("2027-01-11T08:00:00Z");
    world.hire("l5", FINANCE, "f1");
    world.hire("f5", LEGAL, "l1");
    world.startProcesses();
    world.play("2027-01-14T12:00:00Z");

    assertThat(world.rollout(FINANCE).members())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("f1", "f2", "f3", "f4", "l5");
  }

  private void pause() {
    world.send(new PauseCampaign(COPILOT, WRITER, "Elections", world.now()));
  }

  private void cancel() {
    world.send(new CancelCampaign(COPILOT, WRITER, "No money", world.now()));
  }
}
