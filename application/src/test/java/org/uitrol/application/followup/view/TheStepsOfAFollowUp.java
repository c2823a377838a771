package org.uitrol.application.followup.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.application.followup.view.StepRow.State;
import org.uitrol.application.support.Projection;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.followup.FollowUpEvent.StepSkipped;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

class TheStepsOfAFollowUp {

  private static final FollowUpId CASE = new FollowUpId("f-1");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final Instant OPENED = Instant.parse("2027-02-12T16:00:00Z");
  private static final Instant FIRST = Instant.parse("2027-02-15T08:00:00Z");
  private static final Instant SECOND = Instant.parse("2027-02-26T08:00:00Z");
  private static final FollowUpStep MAIL = new FollowUpStep(1, "pick-another-date", null, FIRST);
  private static final FollowUpStep ESCALATION =
      new FollowUpStep(2, null, EscalateTo.MANAGER, SECOND);

  @Test
  void say_what_comes_next() {
    assertThat(row(after()).nextDue()).contains(FIRST);
    assertThat(row(after(remind())).nextDue()).contains(SECOND);
    assertThat(after().open()).hasSize(1);
  }

  @Test
  void say_what_was_done_and_what_was_passed_over() {
    FollowUpRow row =
        row(
            after(
                new StepSkipped(CASE, 1, SECOND),
                new FollowUpEscalated(
                    CASE, ROLLOUT, "course", SANNE, 2, EscalateTo.MANAGER, SECOND)));

    assertThat(row.steps())
        .containsExactly(
            new StepRow(MAIL, State.SKIPPED, SECOND), new StepRow(ESCALATION, State.TAKEN, SECOND));
    assertThat(row.nextDue()).isEmpty();
    assertThat(row.open()).isTrue();
  }

  @Test
  void are_no_longer_due_once_it_is_closed() {
    FollowUpStore store =
        after(
            remind(),
            new FollowUpClosed(
                CASE, FollowUpKind.CHASE, ROLLOUT, "course", SANNE, FollowUpOutcome.DONE, SECOND));

    assertThat(row(store).outcome()).isEqualTo(FollowUpOutcome.DONE);
    assertThat(row(store).closedAt()).isEqualTo(SECOND);
    assertThat(row(store).nextDue()).isEmpty();
    assertThat(store.open()).isEmpty();
    assertThat(store.ofPerson(SANNE)).hasSize(1);
  }

  private static FollowUpRow row(FollowUpStore store) {
    return store.find(CASE).orElseThrow();
  }

  private static FollowUpStore after(FollowUpEvent... events) {
    List<FollowUpEvent> all = new ArrayList<>();
    all.add(
        new FollowUpOpened(
            CASE,
            FollowUpKind.CHASE,
            ROLLOUT,
            "course",
            "missed-training",
            SANNE,
            List.of(MAIL, ESCALATION),
            "attendance.recorded",
            OPENED));
    all.addAll(List.of(events));
    return Projection.<FollowUpStore>fill(
        MemoryFollowUpStore::new,
        FollowUpProjector::new,
        store -> List.of(store.open(), store.ofRollout(ROLLOUT), store.ofPerson(SANNE)),
        all);
  }

  private static FollowUpEvent remind() {
    return new FollowUpReminded(CASE, ROLLOUT, "course", SANNE, 1, "pick-another-date", FIRST);
  }
}
