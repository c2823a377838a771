package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.survey.SurveyEvent.PersonInvited;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;

class SomebodyMovesInTheMiddle {

  private static final PersonId F4 = new PersonId("f4");

  private final World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  /** Finance is in training, legal is being asked how it feels. */
  @BeforeEach
  void in_the_third_week() {
    world.launch(SamplePlan.plan());
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1);
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-01-26T16:00:00Z");
    world.attend(FINANCE, "tasks");
    world.play("2027-01-28T12:00:00Z");
  }

  @Test
  void and_gives_back_what_the_old_department_had_planned() {
    assertThat(seats(FINANCE, "practice")).isEqualTo(1);

    world.hire("f4", LEGAL, "l1");
    world.play("2027-01-28T13:00:00Z");

    assertThat(seats(FINANCE, "practice")).isZero();
    assertThat(world.rollout(FINANCE).members()).hasSize(4).doesNotContain(F4);
    assertThat(world.mailTo("f4", "invitation-cancelled"))
        .extracting(FakeMail.Sent::method)
        .containsExactly("CANCEL");
    assertThat(world.events(LearnerWithdrawn.class))
        .extracting(LearnerWithdrawn::learnerRecord)
        .containsExactlyInAnyOrder(
            world.learner(FINANCE, "basics", "f4"), world.learner(FINANCE, "practice", "f4"));
  }

  @Test
  void and_gets_what_runs_in_the_new_one() {
    world.hire("f4", LEGAL, "l1");
    world.play("2027-01-28T13:00:00Z");

    assertThat(world.rollout(LEGAL).members()).hasSize(6).contains(F4);
    assertThat(seats(LEGAL, "plans")).isEqualTo(1);
    assertThat(world.events(PersonInvited.class)).extracting(PersonInvited::person).contains(F4);
    assertThat(world.mailTo("f4", "survey-invitation")).hasSize(2);
  }

  @Test
  void and_gets_no_reminder_of_what_is_no_longer_asked() {
    world.hire("f4", LEGAL, "l1");
    world.play("2027-02-05T13:00:00Z");

    assertThat(world.mailTo("f3", "course-reminder")).isNotEmpty();
    assertThat(world.mailTo("f4", "course-reminder")).isEmpty();
  }

  @Test
  void and_back_again_has_one_schedule_only() {
    world.hire("f4", LEGAL, "l1");
    world.play("2027-01-29T07:00:00Z");
    world.hire("f4", FINANCE, "f1");
    world.play("2027-02-01T07:00:00Z");

    assertThat(seats(LEGAL, "plans")).isZero();
    assertThat(seats(FINANCE, "practice")).isEqualTo(1);
    assertThat(world.events(LearnerEnrolled.class))
        .filteredOn(one -> one.person().equals(F4))
        .extracting(LearnerEnrolled::learnerRecord)
        .containsExactlyInAnyOrder(
            world.learner(FINANCE, "basics", "f4"),
            world.learner(FINANCE, "practice", "f4"),
            world.learner(FINANCE, "basics", "f4"),
            world.learner(FINANCE, "practice", "f4"));

    world.play("2027-02-09T13:00:00Z");

    assertThat(world.mailTo("f4", "course-reminder")).hasSize(2);
  }

  @Test
  void or_leaves_and_is_expected_nowhere() {
    world.leave("f4");
    world.play("2027-02-20T13:00:00Z");

    assertThat(seats(FINANCE, "practice")).isZero();
    assertThat(world.rollout(FINANCE).members()).doesNotContain(F4);
    assertThat(world.mailTo("f4", "course-reminder")).isEmpty();
    assertThat(world.mailTo("f4", "course-waiting")).isEmpty();
  }

  @Test
  void or_leaves_before_a_mail_goes_out_and_gets_none_but_the_cancellation() {
    world.play("2027-01-30T12:00:00Z");
    int before = world.mail.sent().size();
    world.leave("f4");
    world.play("2027-03-20T12:00:00Z");

    assertThat(world.mail.sent().subList(before, world.mail.sent().size()))
        .filteredOn(one -> one.to().equals("f4"))
        .extracting(FakeMail.Sent::method)
        .containsOnly("CANCEL");
  }

  @Test
  void or_leaves_while_news_waits_for_the_morning_and_is_spared_it() {
    world.play("2027-02-03T12:00:00Z");
    world.complete(FINANCE, "basics");
    world.attend(FINANCE, "practice");
    world.play("2027-02-05T12:00:00Z");
    world.sleep("2027-02-08T18:00:00Z");
    world.play("2027-02-08T18:01:00Z");
    world.leave("f4");
    world.play("2027-02-12T12:00:00Z");

    assertThat(world.mailTo("f3", "copilot-is-here")).hasSize(1);
    assertThat(world.mailTo("f4", "copilot-is-here")).isEmpty();
  }

  private long seats(DepartmentId department, String activity) {
    List<Session> sessions = world.sessions(department, activity);
    assertThat(sessions).isNotEmpty();
    return sessions.stream().filter(one -> one.holdsSeat(F4)).count();
  }
}
