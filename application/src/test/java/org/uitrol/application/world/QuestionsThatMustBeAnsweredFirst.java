package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;
import static org.uitrol.application.testing.SamplePlan.LEGAL;
import static org.uitrol.application.testing.SamplePlan.WRITER;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.concern.Concerns.Question;
import org.uitrol.application.concern.port.ConcernTexts.Part;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernCommand.ChangeOwner;
import org.uitrol.domain.concern.ConcernCommand.UnmarkConcern;
import org.uitrol.domain.concern.ConcernCommand.WithdrawConcern;
import org.uitrol.domain.concern.ConcernEvent.ConcernOverdue;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.concern.ConcernRule;
import org.uitrol.domain.rollout.ConcernCount;
import org.uitrol.domain.rollout.RolloutEvent.ConcernsNoted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

class QuestionsThatMustBeAnsweredFirst {

  private static final ConcernRule RULE = new ConcernRule(5, List.of(ConcernCategory.DATA));
  private static final PersonId ASKER = new PersonId("f3");

  private World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @BeforeEach
  void launch() {
    begin(world);
  }

  private void begin(World next) {
    world = next;
    world.launch(SamplePlan.planWithConcerns(RULE));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keep_the_gate_closed_until_the_answer_is_there(boolean twice) {
    if (twice) {
      begin(World.thatHearsEverythingTwice("2027-01-08T12:00:00Z"));
    }
    readyForTheGate();
    ConcernId first = ask(Origin.ANONYMOUS, null, FINANCE, ConcernCategory.DATA);
    ConcernId second = ask(Origin.EMPLOYEE, ASKER, null, ConcernCategory.DATA);
    ConcernId other = ask(Origin.EMPLOYEE, ASKER, FINANCE, ConcernCategory.TIME);
    world.play("2027-01-22T12:00:00Z");

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.ANNOUNCE);
    assertThat(world.rollout(FINANCE).blockers()).containsExactly(Blocker.concerns(2));
    assertThat(world.rollout(FINANCE).concerns()).isEqualTo(new ConcernCount(3, 2));

    answer(first);
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.ANNOUNCE);
    answer(second);

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
    assertThat(world.rollout(FINANCE).concerns()).isEqualTo(new ConcernCount(1, 0));
    world.send(new WithdrawConcern(other, world.now()));
    assertThat(world.rollout(FINANCE).concerns()).isEqualTo(ConcernCount.NONE);
    assertThat(world.events(ConcernsNoted.class))
        .extracting(one -> one.open() + "/" + one.mustAnswer())
        .containsExactly("1/1", "2/2", "3/2", "2/1", "1/0", "0/0");
  }

  @Test
  void are_not_asked_of_other_departments() {
    readyForTheGate();
    ask(Origin.ANONYMOUS, null, LEGAL, ConcernCategory.DATA);
    world.play("2027-01-22T12:00:00Z");

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
    assertThat(world.rollout(FINANCE).concerns()).isEqualTo(ConcernCount.NONE);
  }

  @Test
  void let_the_gate_open_when_somebody_takes_the_mark_off() {
    readyForTheGate();
    ConcernId concern = ask(Origin.EMPLOYEE, ASKER, FINANCE, ConcernCategory.DATA);
    world.play("2027-01-22T12:00:00Z");
    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.ANNOUNCE);

    world.send(new UnmarkConcern(concern, false, WRITER, "It is about another tool", world.now()));

    assertThat(world.rollout(FINANCE).stage()).isEqualTo(StageName.DEMO);
  }

  @Test
  void are_known_to_a_department_that_begins_later() {
    ask(Origin.EMPLOYEE, ASKER, null, ConcernCategory.DATA);
    assertThat(world.mailTo("owner", "concern-raised")).isEmpty();

    world.play("2027-01-11T12:00:00Z");

    List<DomainEvent> history = world.history();
    DomainEvent started = world.events(RolloutStarted.class).get(0);
    assertThat(history.get(history.indexOf(started) + 1))
        .isInstanceOfSatisfying(
            ConcernsNoted.class, noted -> assertThat(noted.mustAnswer()).isEqualTo(1));
    assertThat(world.mailTo("owner", "concern-raised")).as("as soon as mail can go").hasSize(1);
    world.play("2027-02-12T12:00:00Z");
    assertThat(world.mailTo("owner", "concern-raised")).as("and never again").hasSize(1);
  }

  @Test
  void reach_a_department_whose_start_was_decided_already() {
    world.stopProcesses();
    world.play("2027-01-11T12:00:00Z");
    ask(Origin.EMPLOYEE, ASKER, null, ConcernCategory.DATA);
    world.startProcesses();

    assertThat(world.rollout(FINANCE).concerns()).isEqualTo(new ConcernCount(1, 1));
  }

  @Test
  void are_brought_to_their_owner_and_once_more_when_they_are_late() {
    world.play("2027-01-12T12:00:00Z");
    ConcernId concern = ask(Origin.EMPLOYEE, ASKER, FINANCE, ConcernCategory.DATA);
    world.send(new ChangeOwner(concern, SamplePlan.DIRECTOR, WRITER, world.now()));
    world.play("2027-01-19T12:00:00Z");

    assertThat(world.mailTo("director", "concern-raised")).hasSize(1);
    assertThat(world.events(ConcernOverdue.class)).isEmpty();

    world.play("2027-02-10T12:00:00Z");

    assertThat(world.events(ConcernOverdue.class))
        .extracting(ConcernOverdue::at)
        .containsExactly(Instant.parse("2027-01-19T16:00:00Z"));
    assertThat(world.mailTo("director", "concern-overdue")).hasSize(1);
    assertThat(world.mailTo("owner", "concern-overdue")).as("of the campaign").hasSize(1);
  }

  @Test
  void are_asked_again_with_a_deadline_of_their_own() {
    world.play("2027-01-12T12:00:00Z");
    ConcernId concern = ask(Origin.EMPLOYEE, ASKER, FINANCE, ConcernCategory.DATA);
    answer(concern);
    world.play("2027-01-22T12:00:00Z");
    assertThat(world.events(ConcernOverdue.class)).as("it was answered in time").isEmpty();

    world.concerns.askAgain(concern, "And abroad?", Actor.person(ASKER));
    assertThat(world.rollout(FINANCE).concerns()).isEqualTo(new ConcernCount(1, 1));
    world.play("2027-02-10T12:00:00Z");

    assertThat(world.events(ConcernOverdue.class))
        .extracting(ConcernOverdue::at)
        .containsExactly(Instant.parse("2027-01-29T16:00:00Z"));
    assertThat(world.texts.find(concern, Part.QUESTION, 2)).contains("And abroad?");
  }

  @Test
  void tell_who_asked_by_name_that_there_is_an_answer_and_nobody_else() {
    world.play("2027-01-12T12:00:00Z");
    ConcernId named = ask(Origin.EMPLOYEE, ASKER, FINANCE, ConcernCategory.DATA);
    ConcernId unknown = ask(Origin.ANONYMOUS, null, FINANCE, ConcernCategory.DATA);
    answer(named);
    answer(unknown);
    world.play("2027-01-13T12:00:00Z");

    assertThat(world.mailTo("f3", "concern-answered")).hasSize(1);
    assertThat(world.mail.sent())
        .filteredOn(one -> one.text().equals("concern-answered"))
        .hasSize(1);
  }

  @Test
  void are_about_the_whole_campaign_when_the_department_is_so_small_that_one_could_guess() {
    world.leave("f5");
    world.play("2027-01-12T12:00:00Z");

    ask(Origin.ANONYMOUS, null, FINANCE, ConcernCategory.DATA);
    ask(Origin.EMPLOYEE, ASKER, FINANCE, ConcernCategory.DATA);

    assertThat(world.events(ConcernRaised.class).get(0).department()).isNull();
    assertThat(world.events(ConcernRaised.class).get(1).department()).isEqualTo(FINANCE);
  }

  /** All but the questions is done: the gate would open. */
  private void readyForTheGate() {
    world.play("2027-01-13T12:00:00Z");
    world.answer(FINANCE, "readiness", 4, 2);
  }

  private ConcernId ask(
      Origin origin,
      @Nullable PersonId asker,
      @Nullable DepartmentId department,
      ConcernCategory category) {
    return world
        .concerns
        .ask(
            new Question(COPILOT, department, origin, asker, category, "Who sees it?", false),
            asker == null ? Concerns.ANONYMOUS : Actor.person(asker))
        .concern();
  }

  private void answer(ConcernId concern) {
    world.concerns.answer(concern, 1, "Who sees what I type?", "Nobody but you.", true, WRITER);
  }
}
