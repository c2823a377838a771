package org.uitrol.adapters.persistence.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.application.training.view.MemoryLearnerStore;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerRecord.State;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class LearnersInPostgres {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final Instant DUE = Instant.parse("2027-02-12T16:00:00Z");

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresLearnerStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemoryLearnerStore());
  }

  private static void check(LearnerStore store) {
    LearnerRow first = row("l-1", "basics", SANNE, DUE, 8.5);
    LearnerRow second = row("l-2", "advanced", SANNE, DUE.plusSeconds(60), null);
    LearnerRow other = row("l-3", "basics", new PersonId("p-0"), DUE, null);
    store.put(row("l-1", "basics", SANNE, DUE, null));
    store.put(first);
    store.put(second);
    store.put(other);

    assertThat(store.find(first.learnerRecord())).contains(first);
    assertThat(store.find(new LearnerRecordId("none"))).isEmpty();
    assertThat(store.ofRollout(ROLLOUT)).containsExactly(second, other, first);
    assertThat(store.ofPerson(SANNE)).containsExactly(first, second);

    store.clear();
    assertThat(store.ofRollout(ROLLOUT)).isEmpty();
  }

  private static LearnerRow row(
      String id, String activity, PersonId person, Instant due, @Nullable Double score) {
    return new LearnerRow(
        new LearnerRecordId(id),
        ROLLOUT,
        activity,
        "ai-basics",
        person,
        due,
        score == null ? State.ENROLLED : State.COMPLETED,
        1,
        score == null ? null : due,
        score,
        null);
  }
}
