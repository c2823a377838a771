package org.uitrol.adapters.persistence.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.followup.view.FollowUpRow;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.application.followup.view.MemoryFollowUpStore;
import org.uitrol.application.followup.view.StepRow;
import org.uitrol.application.followup.view.StepRow.State;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class FollowUpsInPostgres {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final Instant OPENED = Instant.parse("2027-02-12T16:00:00Z");

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresFollowUpStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemoryFollowUpStore());
  }

  private static void check(FollowUpStore store) {
    FollowUpRow late = row("f-1", SANNE, OPENED.plusSeconds(60), false);
    FollowUpRow early = row("f-2", SANNE, OPENED, false);
    FollowUpRow done = row("f-3", new PersonId("p-2"), OPENED, true);
    store.put(late);
    store.put(row("f-2", SANNE, OPENED, true));
    store.put(early);
    store.put(done);

    assertThat(store.find(late.followUp())).contains(late);
    assertThat(store.find(new FollowUpId("none"))).isEmpty();
    assertThat(store.open()).containsExactly(early, late);
    assertThat(store.ofRollout(ROLLOUT)).containsExactly(early, done, late);
    assertThat(store.ofPerson(SANNE)).containsExactly(early, late);

    store.clear();
    assertThat(store.ofRollout(ROLLOUT)).isEmpty();
  }

  private static FollowUpRow row(String id, PersonId person, Instant opened, boolean closed) {
    return new FollowUpRow(
        new FollowUpId(id),
        FollowUpKind.CHASE,
        ROLLOUT,
        "course",
        "missed-training",
        person,
        opened,
        List.of(
            new StepRow(new FollowUpStep(1, "pick", null, OPENED), State.TAKEN, OPENED),
            new StepRow(new FollowUpStep(2, null, EscalateTo.OWNER, OPENED), State.TO_COME, null)),
        closed ? FollowUpOutcome.DONE : null,
        closed ? OPENED : null);
  }
}
