package org.uitrol.adapters.persistence.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.communication.view.MemoryMailStore;
import org.uitrol.application.communication.view.SuppressedRow;
import org.uitrol.domain.communication.AddressEvent.Why;
import org.uitrol.domain.communication.Dispatch.State;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class MailsInPostgres {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final Instant REQUESTED = Instant.parse("2027-01-11T07:00:00Z");

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresMailStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemoryMailStore());
  }

  private static void check(MailStore store) {
    MailRow first = row("d-1", SANNE, 1, 9, State.UNKNOWN);
    MailRow second = row("d-2", SANNE, 2, 5, State.UNKNOWN);
    MailRow third = row("d-3", JOOST, 3, 4, State.HANDED_OVER);
    store.put(row("d-1", SANNE, 1, 1, State.WAITING));
    store.put(first);
    store.put(second);
    store.put(third);

    assertThat(store.find(first.dispatch())).contains(first);
    assertThat(store.find(new DispatchId("none"))).isEmpty();
    assertThat(store.ofPerson(SANNE, 0, 10)).containsExactly(second, first);
    assertThat(store.ofPerson(SANNE, 1, 10)).containsExactly(first);
    assertThat(store.ofRollout(ROLLOUT, 0, 2)).containsExactly(third, second);
    assertThat(store.byState(State.UNKNOWN, 0, 10)).containsExactly(second, first);
    assertThat(store.byState(State.UNKNOWN, 1, 1)).containsExactly(first);
    assertThat(store.counts())
        .containsOnly(Map.entry(State.UNKNOWN, 2L), Map.entry(State.HANDED_OVER, 1L));

    assertThat(store.consents(SANNE)).isTrue();
    store.consent(SANNE, false);
    store.consent(SANNE, false);
    assertThat(store.consents(SANNE)).isFalse();
    store.consent(SANNE, true);
    assertThat(store.consents(SANNE)).isTrue();

    SuppressedRow sanne = new SuppressedRow(SANNE, Why.RETURNS, "4.2.2", REQUESTED);
    SuppressedRow joost = new SuppressedRow(JOOST, Why.WRONG, "5.1.1", REQUESTED.plusSeconds(1));
    store.suppress(new SuppressedRow(SANNE, Why.WRONG, "5.1.1", REQUESTED.plusSeconds(9)));
    store.suppress(sanne);
    store.suppress(joost);
    assertThat(store.suppressed(0, 10)).containsExactly(joost, sanne);
    assertThat(store.suppressed(1, 10)).containsExactly(sanne);
    assertThat(store.suppressed(SANNE)).contains(sanne);
    store.release(JOOST);
    assertThat(store.suppressed(JOOST)).isEmpty();

    store.consent(SANNE, false);
    store.clear();
    assertThat(store.suppressed(0, 10)).isEmpty();
    assertThat(store.ofRollout(ROLLOUT, 0, 10)).isEmpty();
    assertThat(store.consents(SANNE)).isTrue();
  }

  private static MailRow row(String id, PersonId person, int requested, int updated, State state) {
    return new MailRow(
        new DispatchId(id),
        person,
        "invitation",
        ROLLOUT,
        true,
        new Topic(Topic.Kind.SESSION, "s-1"),
        REQUESTED.plusSeconds(requested),
        REQUESTED,
        state,
        1,
        "250 ok",
        null,
        REQUESTED.plusSeconds(updated));
  }
}
