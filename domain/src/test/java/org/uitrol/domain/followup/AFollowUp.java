package org.uitrol.domain.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpCommand.OpenFollowUp;
import org.uitrol.domain.followup.FollowUpCommand.TakeStep;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.followup.FollowUpEvent.StepSkipped;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.testing.History;
import org.uitrol.domain.testing.Story;

class AFollowUp {

  private static final FollowUpId CASE = new FollowUpId("f-1");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final Instant OPENED = Instant.parse("2027-03-01T08:00:00Z");
  private static final Instant FIRST = Instant.parse("2027-03-02T08:00:00Z");
  private static final Instant SECOND = Instant.parse("2027-03-05T08:00:00Z");
  private static final Instant THIRD = Instant.parse("2027-03-15T08:00:00Z");
  private static final List<FollowUpStep> STEPS =
      List.of(
          new FollowUpStep(1, "pick-another-date", null, FIRST),
          new FollowUpStep(2, "last-call", null, SECOND),
          new FollowUpStep(3, null, EscalateTo.MANAGER, THIRD));
  private static final FollowUpClosed CLOSED =
      new FollowUpClosed(
          CASE, FollowUpKind.CHASE, ROLLOUT, "basics", person(1), FollowUpOutcome.DONE, FIRST);

  private record Step(int kind, int hours) {}

  @Test
  void is_opened_once() {
    assertThat(FollowUpCase.open(null, open())).containsExactly(opened());
    assertThat(FollowUpCase.open(after(), open())).isEmpty();
    assertThat(FollowUpCase.open(after(CLOSED), open())).isEmpty();
  }

  @Test
  void reminds_when_a_step_is_due_and_only_once() {
    FollowUpReminded reminded = reminded(1, "pick-another-date", FIRST);
    assertThat(after().takeStep(new TakeStep(CASE, 1, FIRST.minusSeconds(1)))).isEmpty();
    assertThat(after().takeStep(new TakeStep(CASE, 1, FIRST))).containsExactly(reminded);
    assertThat(after(reminded).takeStep(new TakeStep(CASE, 1, FIRST))).isEmpty();
  }

  @Test
  void skips_a_reminder_that_a_later_step_has_overtaken() {
    assertThat(after().takeStep(new TakeStep(CASE, 1, SECOND)))
        .containsExactly(new StepSkipped(CASE, 1, SECOND));
    assertThat(after(new StepSkipped(CASE, 1, SECOND)).takeStep(new TakeStep(CASE, 1, SECOND)))
        .isEmpty();
    assertThat(after().takeStep(new TakeStep(CASE, 2, SECOND)))
        .containsExactly(reminded(2, "last-call", SECOND));
    assertThat(after().takeStep(new TakeStep(CASE, 2, THIRD)))
        .containsExactly(new StepSkipped(CASE, 2, THIRD));
  }

  @Test
  void escalates_however_late_it_is() {
    Instant late = Instant.parse("2027-04-15T08:00:00Z");
    FollowUpEscalated escalated =
        new FollowUpEscalated(CASE, ROLLOUT, "basics", person(1), 3, EscalateTo.MANAGER, late);
    assertThat(after().takeStep(new TakeStep(CASE, 3, late))).containsExactly(escalated);
    assertThat(after(escalated).takeStep(new TakeStep(CASE, 3, late))).isEmpty();
  }

  @Test
  void takes_no_step_once_it_is_closed() {
    for (int number = 1; number <= 3; number++) {
      assertThat(after(CLOSED).takeStep(new TakeStep(CASE, number, THIRD))).isEmpty();
    }
  }

  @Test
  void is_closed_once_and_keeps_its_first_outcome() {
    assertThat(after().close(new CloseFollowUp(CASE, FollowUpOutcome.DONE, FIRST)))
        .containsExactly(CLOSED);
    assertThat(after(CLOSED).close(new CloseFollowUp(CASE, FollowUpOutcome.LEFT, SECOND)))
        .isEmpty();
  }

  @Test
  void has_no_other_steps_than_those_it_was_opened_with() {
    assertThat(refusal(() -> after().takeStep(new TakeStep(CASE, 4, THIRD))))
        .isEqualTo("UNKNOWN_STEP");
    assertThatThrownBy(() -> new FollowUpStep(1, "mail", EscalateTo.OWNER, FIRST))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FollowUpStep(1, null, null, FIRST))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 500)
  void takes_each_step_at_most_once_and_none_after_the_end(@ForAll("steps") List<Step> steps) {
    Story<FollowUpCase, FollowUpCommand, FollowUpEvent> story =
        new Story<>(AFollowUp::decide, FollowUpCase::evolve);
    story.play(open());
    Instant at = OPENED;
    for (Step step : steps) {
      at = at.plusSeconds(3600L * step.hours());
      boolean closed = story.state().orElseThrow().closed();
      List<FollowUpEvent> events =
          story.play(
              step.kind() == 0
                  ? new CloseFollowUp(CASE, FollowUpOutcome.DONE, at)
                  : new TakeStep(CASE, step.kind(), at));
      if (closed) {
        assertThat(events).isEmpty();
      }
    }
    assertThat(story.events().stream().map(AFollowUp::number).filter(one -> one > 0))
        .doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4), Arbitraries.integers().between(0, 120))
        .as(Step::new)
        .list()
        .ofMaxSize(20);
  }

  private static int number(FollowUpEvent event) {
    if (event instanceof FollowUpReminded reminded) {
      return reminded.number();
    } else if (event instanceof FollowUpEscalated escalated) {
      return escalated.number();
    } else if (event instanceof StepSkipped skipped) {
      return skipped.number();
    }
    return 0;
  }

  private static List<FollowUpEvent> decide(
      @Nullable FollowUpCase followUp, FollowUpCommand command) {
    if (command instanceof OpenFollowUp open) {
      return FollowUpCase.open(followUp, open);
    } else if (followUp == null) {
      return List.of();
    } else if (command instanceof TakeStep step) {
      return followUp.takeStep(step);
    } else if (command instanceof CloseFollowUp close) {
      return followUp.close(close);
    }
    throw new IllegalStateException("no test plays " + command);
  }

  private static OpenFollowUp open() {
    return new OpenFollowUp(
        CASE,
        FollowUpKind.CHASE,
        ROLLOUT,
        "basics",
        "missed-training",
        person(1),
        STEPS,
        "attendance.recorded",
        OPENED);
  }

  private static FollowUpOpened opened() {
    return new FollowUpOpened(
        CASE,
        FollowUpKind.CHASE,
        ROLLOUT,
        "basics",
        "missed-training",
        person(1),
        STEPS,
        "attendance.recorded",
        OPENED);
  }

  private static FollowUpReminded reminded(int number, String mail, Instant at) {
    return new FollowUpReminded(CASE, ROLLOUT, "basics", person(1), number, mail, at);
  }

  private static FollowUpCase after(FollowUpEvent... events) {
    List<FollowUpEvent> all = new ArrayList<>();
    all.add(opened());
    all.addAll(List.of(events));
    return History.of(FollowUpCase::evolve, all);
  }
}
