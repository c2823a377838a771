package org.uitrol.adapters.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.session.view.InvitationRow;
import org.uitrol.application.session.view.MemorySessionStore;
import org.uitrol.application.session.view.SeatRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Session.State;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class SessionsInPostgres {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId TRAINER = new PersonId("p-9");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final PersonId NOOR = new PersonId("p-3");
  private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresSessionStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemorySessionStore());
  }

  private static void check(SessionStore store) {
    SessionRow monday = row("s-1", "demo", "2027-01-18T10:00", 2, State.PLANNED);
    SessionRow friday = row("s-2", "demo", "2027-01-22T10:00", 1, State.PLANNED);
    SessionRow sooner = row("s-3", "demo", "2027-01-19T10:00", 0, State.PLANNED);
    store.put(row("s-1", "demo", "2027-01-17T10:00", 0, State.PLANNED));
    store.put(monday);
    store.put(friday);
    store.put(sooner);
    store.put(row("s-4", "demo", "2027-01-14T10:00", 0, State.PLANNED));
    store.put(row("s-5", "demo", "2027-01-20T10:00", 2, State.PLANNED));
    store.put(row("s-6", "demo", "2027-01-20T10:00", 0, State.CANCELLED));
    store.put(row("s-7", "other", "2027-01-20T10:00", 0, State.PLANNED));
    SeatRow sanne = seat(monday, SANNE, Answer.ACCEPTED, false, NOW.plusSeconds(1));
    SeatRow joost = seat(monday, JOOST, null, true, NOW.minusSeconds(1));
    SeatRow noor = seat(monday, NOOR, null, false, NOW);
    store.put(seat(monday, SANNE, null, false, NOW.plusSeconds(1)));
    store.put(sanne);
    store.put(joost);
    store.put(noor);
    store.put(seat(sooner, NOOR, null, false, NOW));
    store.put(seat(sooner, SANNE, Answer.DECLINED, false, NOW));

    assertThat(store.find(monday.session())).contains(monday);
    assertThat(store.find(new SessionId("none"))).isEmpty();
    assertThat(store.ofRollout(ROLLOUT)).hasSize(7).startsWith(row4(store)).contains(monday);
    assertThat(store.ofPresenter(TRAINER)).isEqualTo(store.ofRollout(ROLLOUT));
    assertThat(store.seats(monday.session())).containsExactly(noor, sanne, joost);
    assertThat(store.seat(monday.session(), JOOST)).contains(joost);
    assertThat(store.ofPerson(JOOST)).containsExactly(new InvitationRow(monday, joost));
    assertThat(store.alternatives(monday.session(), SANNE, NOW)).containsExactly(sooner, friday);
    assertThat(store.alternatives(monday.session(), NOOR, NOW)).containsExactly(friday);

    store.removeSeat(monday.session(), JOOST);
    assertThat(store.ofPerson(JOOST)).isEmpty();
    store.clear();
    assertThat(store.ofRollout(ROLLOUT)).isEmpty();
    assertThat(store.seats(monday.session())).isEmpty();
  }

  private static SessionRow row4(SessionStore store) {
    return store.find(new SessionId("s-4")).orElseThrow();
  }

  private static SessionRow row(String id, String activity, String start, int taken, State state) {
    return new SessionRow(
        new SessionId(id),
        ROLLOUT,
        activity,
        ActivityKind.DEMO,
        Text.of("nl", "Demo"),
        new Place(
            LocalDateTime.parse(start),
            ZoneId.of("Europe/Amsterdam"),
            60,
            new Room("b12", "B.12", 2, null)),
        TRAINER,
        state,
        1,
        taken,
        0);
  }

  private static SeatRow seat(
      SessionRow session, PersonId person, @Nullable Answer answer, boolean waits, Instant since) {
    return new SeatRow(session.session(), person, answer, waits, null, since);
  }
}
