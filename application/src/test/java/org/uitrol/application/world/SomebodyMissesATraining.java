package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;

class SomebodyMissesATraining {

  private final World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @BeforeEach
  void in_the_third_week() {
    world.launch(SamplePlan.plan());
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1);
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-01-26T16:00:00Z");
    world.attend(FINANCE, "tasks");
    world.play("2027-02-01T15:00:00Z");
    world.complete(FINANCE, "basics");
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.TRAIN);
    world.attend(FINANCE, "practice", "f3");
  }

  @Test
  void and_is_asked_to_pick_another_date_the_next_day() {
    assertThat(world.mailTo("f3", "pick-another-date")).isEmpty();

    world.play("2027-02-02T16:30:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
    assertThat(world.mailTo("f1", "escalation")).isEmpty();
  }

  @Test
  void and_the_manager_hears_of_it_when_nothing_happens() {
    world.play("2027-02-08T16:30:00Z");

    assertThat(world.mailTo("f1", "escalation")).hasSize(1);
  }

  @Test
  void and_is_left_alone_once_it_is_done() {
    world.play("2027-02-03T12:00:00Z");
    world.send(
        new CompleteCourse(
            world.learner(FINANCE, "practice", "f3"), null, "page", world.now(), world.now()));
    world.play("2027-02-19T16:30:00Z");

    assertThat(world.events(FollowUpClosed.class))
        .extracting(FollowUpClosed::outcome)
        .contains(FollowUpOutcome.DONE);
    assertThat(world.mailTo("f1", "escalation")).isEmpty();
  }

  @Test
  void and_is_left_alone_when_the_record_was_wrong() {
    Session session = sessionOf("f3");
    world.send(new RecordAttendance(session.id(), new PersonId("f3"), true, world.now()));
    world.play("2027-02-19T16:30:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).isEmpty();
    assertThat(world.mailTo("f1", "escalation")).isEmpty();
    assertThat(chases()).isEqualTo(1);
  }

  @Test
  void and_is_left_alone_when_it_was_put_right_before_anybody_looked() {
    world.stopProcesses();
    Session session = sessionOf("f4");
    world.send(new RecordAttendance(session.id(), new PersonId("f4"), false, world.now()));
    world.play("2027-02-01T15:10:00Z");
    world.send(new RecordAttendance(session.id(), new PersonId("f4"), true, world.now()));
    world.startProcesses();
    world.play("2027-02-19T16:30:00Z");

    assertThat(world.mailTo("f4", "pick-another-date")).isEmpty();
  }

  private long chases() {
    return world.events(FollowUpOpened.class).stream()
        .filter(one -> one.kind() == FollowUpKind.CHASE && one.person().value().equals("f3"))
        .filter(one -> one.activity().equals("practice"))
        .count();
  }

  private Session sessionOf(String person) {
    return world.sessions(FINANCE, "practice").stream()
        .filter(one -> one.holdsSeat(new PersonId(person)))
        .findFirst()
        .orElseThrow();
  }
}
