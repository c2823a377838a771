package org.uitrol.application.training.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.application.support.Projection;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerReminded;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;
import org.uitrol.domain.training.LearnerRecord.State;

class ALearnersProgress {

  private static final LearnerRecordId RECORD = new LearnerRecordId("l-1");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final Instant ENROLLED = Instant.parse("2027-02-01T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-02-12T16:00:00Z");

  @Test
  void begins_with_a_deadline() {
    LearnerRow row = after();

    assertThat(row.state()).isEqualTo(State.ENROLLED);
    assertThat(row.dueAt()).isEqualTo(DUE);
    assertThat(row.completedAt()).isNull();
  }

  @Test
  void counts_reminders() {
    assertThat(after(remind(1), remind(2)).reminders()).isEqualTo(2);
  }

  @Test
  void ends_with_a_completion_also_after_the_deadline() {
    LearnerRow row =
        after(
            new CourseOverdue(RECORD, ROLLOUT, "course", "basics", SANNE, DUE),
            new CourseCompleted(
                RECORD, ROLLOUT, "course", "basics", SANNE, 8.5, "lms", DUE, DUE.plusSeconds(9)));

    assertThat(row.state()).isEqualTo(State.COMPLETED);
    assertThat(row.completedAt()).isEqualTo(DUE);
    assertThat(row.score()).isEqualTo(8.5);
  }

  @Test
  void shows_who_is_late_or_has_left() {
    assertThat(after(new CourseOverdue(RECORD, ROLLOUT, "course", "basics", SANNE, DUE)).state())
        .isEqualTo(State.OVERDUE);
    assertThat(after(new LearnerWithdrawn(RECORD, DUE)).state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void begins_anew_when_somebody_returns() {
    LearnerRow row = after(remind(1), new LearnerWithdrawn(RECORD, DUE), enrol());

    assertThat(row.state()).isEqualTo(State.ENROLLED);
    assertThat(row.reminders()).isZero();
  }

  private static LearnerRow after(LearnerEvent... events) {
    List<LearnerEvent> all = new ArrayList<>();
    all.add(enrol());
    all.addAll(List.of(events));
    LearnerStore store =
        Projection.<LearnerStore>fill(
            MemoryLearnerStore::new,
            LearnerProjector::new,
            one -> List.of(one.ofRollout(ROLLOUT), one.ofPerson(SANNE)),
            all);
    return store.find(RECORD).orElseThrow();
  }

  private static LearnerEvent enrol() {
    return new LearnerEnrolled(
        RECORD, ROLLOUT, "course", "basics", SANNE, DUE, List.of(), ENROLLED);
  }

  private static LearnerEvent remind(int number) {
    return new LearnerReminded(RECORD, ROLLOUT, "course", "basics", SANNE, number, ENROLLED);
  }
}
