package org.uitrol.application.concern.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.application.support.Projection;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.Concern.Status;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernMarked;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.concern.ConcernEvent.ConcernReopened;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;

class TheRegisterOfConcerns {

  private static final PersonId SANNE = new PersonId("p-1");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2027-01-12T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-01-18T16:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-25T16:00:00Z");
  private static final ConcernId FIRST = new ConcernId("c-1");
  private static final ConcernId SECOND = new ConcernId("c-2");

  @Test
  void shows_what_is_due_first_before_what_was_answered() {
    ConcernStore store =
        after(
            raised(FIRST, SANNE, DUE, MONDAY),
            raised(SECOND, null, LATER, TUESDAY),
            new ConcernMarked(SECOND, Mark.WORKS_COUNCIL, SamplePlan.WRITER, TUESDAY));

    assertThat(store.list()).extracting(row -> row.concern().id()).containsExactly(FIRST, SECOND);
    assertThat(row(store, SECOND).concern().mark()).isEqualTo(Mark.WORKS_COUNCIL);
    assertThat(store.ofPerson(SANNE)).extracting(row -> row.concern().id()).containsExactly(FIRST);

    ConcernStore answered =
        after(
            raised(FIRST, SANNE, DUE, MONDAY),
            raised(SECOND, null, LATER, TUESDAY),
            new ConcernAnswered(FIRST, 1, true, SamplePlan.WRITER, TUESDAY));
    assertThat(answered.list())
        .extracting(row -> row.concern().id())
        .containsExactly(SECOND, FIRST);
  }

  @Test
  void publishes_the_newest_answer_only_if_it_may_be_read() {
    ConcernEvent raised = raised(FIRST, SANNE, DUE, MONDAY);
    ConcernEvent open = new ConcernAnswered(FIRST, 1, true, SamplePlan.WRITER, TUESDAY);
    ConcernEvent closed = new ConcernAnswered(FIRST, 2, false, SamplePlan.WRITER, DUE);
    ConcernEvent again = new ConcernReopened(FIRST, LATER, DUE);

    assertThat(after(raised).published(SamplePlan.COPILOT)).isEmpty();
    assertThat(row(after(raised, open), FIRST).publicVersion()).isEqualTo(1);
    assertThat(after(raised, open).published(SamplePlan.COPILOT)).hasSize(1);
    assertThat(after(raised, open, closed).published(SamplePlan.COPILOT)).isEmpty();
    assertThat(row(after(raised, open, closed), FIRST).answeredAt()).isEqualTo(DUE);
    assertThat(row(after(raised, open, again), FIRST).concern().status()).isEqualTo(Status.OPEN);
    assertThat(after(raised, open, again).published(SamplePlan.COPILOT))
        .as("the answer stays until there is another")
        .hasSize(1);
  }

  private static ConcernRow row(ConcernStore store, ConcernId concern) {
    return store.find(concern).orElseThrow();
  }

  private static ConcernEvent raised(
      ConcernId id, @Nullable PersonId asker, Instant due, Instant at) {
    return new ConcernRaised(
        id,
        SamplePlan.COPILOT,
        SamplePlan.FINANCE,
        asker == null ? Origin.ANONYMOUS : Origin.EMPLOYEE,
        asker,
        ConcernCategory.DATA,
        SamplePlan.OWNER,
        null,
        due,
        at);
  }

  private static ConcernStore after(ConcernEvent... events) {
    return Projection.<ConcernStore>fill(
        MemoryConcernStore::new,
        ConcernProjector::new,
        store -> List.of(store.list(), store.ofPerson(SANNE), store.published(SamplePlan.COPILOT)),
        List.of(events));
  }
}
