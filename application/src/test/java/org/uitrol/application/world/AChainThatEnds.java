package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.READER;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.communication.DispatchCommand.RecordBounce;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.directory.EmployeeCommand.ChangeDetails;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.ReleaseRollout;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/** Two mails, the manager, the owner: until the thing is done, and no further. */
class AChainThatEnds {

  private static final PersonId F3 = new PersonId("f3");

  private final World world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");

  @Test
  void takes_all_its_steps_when_nothing_happens() {
    chain("session.declined");
    decline();
    world.play("2027-01-28T16:00:00Z");

    assertThat(world.events(FollowUpReminded.class)).hasSize(2);
    assertThat(world.events(FollowUpEscalated.class)).hasSize(2);
    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(2);
    assertThat(world.mailTo("f1", "escalation")).hasSize(1);
    assertThat(world.mailTo("owner", "escalation")).hasSize(1);
  }

  @Test
  void ends_when_the_invitation_is_accepted_after_all() {
    chain("session.declined");
    decline();
    world.play("2027-01-13T12:00:00Z");
    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);

    world.send(new AnswerInvitation(plans(), F3, Answer.ACCEPTED, world.now()));
    world.play("2027-01-28T16:00:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
    assertEndedInTime();
  }

  @Test
  void does_not_begin_when_it_was_accepted_before_anybody_looked() {
    chain("session.declined");
    world.stopProcesses();
    decline();
    world.send(new AnswerInvitation(plans(), F3, Answer.ACCEPTED, world.now()));
    world.startProcesses();
    world.play("2027-01-28T16:00:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).isEmpty();
    assertThat(world.events(FollowUpEscalated.class)).isEmpty();
  }

  @Test
  void of_who_accepted_does_not_end_by_accepting() {
    chain("session.accepted");
    world.send(new AnswerInvitation(plans(), F3, Answer.ACCEPTED, world.now()));
    world.play("2027-01-15T16:00:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(2);
  }

  @Test
  void ends_when_an_overdue_course_is_completed() {
    chain("course.overdue");
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 1);
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-01-26T16:00:00Z");
    world.attend(FINANCE, "tasks");
    world.play("2027-02-01T15:00:00Z");
    world.complete(FINANCE, "basics", "f3");
    world.play("2027-02-12T16:00:00Z");
    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);

    world.complete(FINANCE, "basics");
    world.play("2027-02-26T16:00:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
    assertEndedInTime();
  }

  @Test
  void ends_when_the_address_to_which_no_mail_came_is_mended() {
    chain("mail.bounced");
    world.send(new RecordBounce(world.dispatch("f3", "why-copilot"), "5.1.1", world.now()));
    world.play("2027-01-13T12:00:00Z");
    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);

    world.send(new ChangeDetails(F3, Set.of("function"), world.now()));
    assertThat(world.events(FollowUpClosed.class)).isEmpty();
    world.send(new ChangeDetails(F3, Set.of("email"), world.now()));
    world.play("2027-01-28T16:00:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
    assertEndedInTime();
  }

  @Test
  void about_mail_does_not_end_by_attending() {
    chain("mail.bounced");
    world.send(new RecordBounce(world.dispatch("f3", "why-copilot"), "5.1.1", world.now()));
    world.play("2027-01-14T12:00:00Z");
    world.attend(FINANCE, "plans");
    world.play("2027-01-28T16:00:00Z");

    assertThat(world.mailTo("f1", "escalation")).hasSize(1);
  }

  @Test
  void of_a_department_takes_all_its_steps_while_it_is_held() {
    departmentChain("rollout.held");
    hold();
    world.play("2027-01-28T16:00:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(2);
    assertThat(world.mailTo("owner", "escalation")).hasSize(1);
  }

  @Test
  void of_a_department_ends_when_it_is_released() {
    departmentChain("rollout.held");
    hold();
    world.play("2027-01-13T16:00:00Z");
    world.send(new ReleaseRollout(World.rolloutOf(FINANCE), READER, "They are over", world.now()));
    world.play("2027-01-28T16:00:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
    assertThat(world.mailTo("owner", "escalation")).isEmpty();
    assertThat(world.events(DispatchFailed.class)).isEmpty();
  }

  @Test
  void of_a_department_ends_when_its_gate_opens() {
    departmentChain("gate.overdue");
    world.play("2027-02-08T16:00:00Z");
    assertThat(world.mailTo("f3", "pick-another-date")).isEmpty();
    world.play("2027-02-09T16:00:00Z");
    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
    world.send(
        new SkipStage(
            World.rolloutOf(FINANCE), StageName.ANNOUNCE, READER, "They know it", world.now()));
    world.play("2027-02-26T16:00:00Z");

    assertThat(world.mailTo("f3", "pick-another-date")).hasSize(1);
    assertThat(world.mailTo("owner", "escalation")).isEmpty();
  }

  private void assertEndedInTime() {
    assertThat(world.events(FollowUpClosed.class))
        .extracting(closed -> closed.person() + " " + closed.outcome())
        .containsExactly("f3 " + FollowUpOutcome.DONE);
    assertThat(world.mailTo("f1", "escalation")).isEmpty();
    assertThat(world.mailTo("owner", "escalation")).isEmpty();
  }

  private void chain(String on) {
    launch(
        on,
        mail(1),
        mail(3),
        new ActionPlan(Kind.ESCALATE, "", EscalateTo.MANAGER, 6, 0),
        new ActionPlan(Kind.ESCALATE, "", EscalateTo.OWNER, 9, 0));
  }

  private void departmentChain(String on) {
    launch(on, mail(1), mail(4), new ActionPlan(Kind.ESCALATE, "", EscalateTo.OWNER, 8, 0));
  }

  private static ActionPlan mail(int after) {
    return new ActionPlan(Kind.MAIL, "pick-another-date", null, after, 0);
  }

  private void launch(String on, ActionPlan... steps) {
    world.launch(SamplePlan.reacting(new ReactionPlan("chain", on, null, 1, List.of(steps))));
    world.play("2027-01-12T12:00:00Z");
  }

  private void decline() {
    world.send(new AnswerInvitation(plans(), F3, Answer.DECLINED, world.now()));
  }

  private void hold() {
    world.send(new HoldRollout(World.rolloutOf(FINANCE), READER, "Elections", world.now()));
  }

  private SessionId plans() {
    return world.sessions(FINANCE, "plans").get(0).id();
  }
}
