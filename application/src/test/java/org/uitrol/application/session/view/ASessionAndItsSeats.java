package org.uitrol.application.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.application.support.Projection;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Session.State;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.Origin;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;

class ASessionAndItsSeats {

  private static final SessionId SESSION = new SessionId("s-1");
  private static final SessionId OTHER = new SessionId("s-2");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId TRAINER = new PersonId("p-9");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final PersonId NOOR = new PersonId("p-3");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2027-01-12T08:00:00Z");

  @Test
  void shows_who_is_invited_and_how_many_seats_are_taken() {
    SessionStore store = after();

    assertThat(session(store).seatsTaken()).isEqualTo(2);
    assertThat(session(store).capacity()).isEqualTo(2);
    assertThat(session(store).hasFreeSeat()).isFalse();
    assertThat(store.ofPerson(SANNE)).extracting(InvitationRow::session).contains(session(store));
    assertThat(store.ofPresenter(TRAINER)).containsExactly(session(store));
  }

  @Test
  void frees_the_seat_of_somebody_who_declines() {
    SessionStore store = after(answer(SANNE, Answer.DECLINED), answer(JOOST, Answer.ACCEPTED));

    assertThat(session(store).seatsTaken()).isEqualTo(1);
    assertThat(seat(store, SANNE).holdsSeat()).isFalse();
    assertThat(seat(store, JOOST).answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void gives_a_freed_seat_to_who_waits() {
    PersonWaitlisted waits = new PersonWaitlisted(SESSION, NOOR, MONDAY);

    SessionStore waiting = after(waits);
    assertThat(session(waiting).waiting()).isEqualTo(1);
    assertThat(seat(waiting, NOOR).waiting()).isTrue();

    SessionStore promoted =
        after(
            waits,
            new SeatReleased(SESSION, SANNE, 1, OTHER, TUESDAY),
            new SeatTaken(SESSION, NOOR, 2, Origin.PROMOTED, null, TUESDAY));
    assertThat(session(promoted).waiting()).isZero();
    assertThat(session(promoted).seatsTaken()).isEqualTo(2);
    assertThat(session(promoted).sequence()).isEqualTo(2);
    assertThat(seat(promoted, NOOR).holdsSeat()).isTrue();
    assertThat(promoted.seat(SESSION, SANNE)).isEmpty();
  }

  @Test
  void takes_the_choice_of_a_session_for_an_acceptance() {
    SessionStore store =
        after(
            new SeatReleased(SESSION, SANNE, 1, null, MONDAY),
            new SeatTaken(SESSION, NOOR, 2, Origin.CHOSEN, OTHER, MONDAY));

    assertThat(seat(store, NOOR).answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void asks_everybody_anew_when_it_moves() {
    Place moved = place("2027-01-20T14:00", 5);
    SessionStore store =
        after(
            answer(SANNE, Answer.ACCEPTED),
            new SessionRescheduled(
                SESSION, place("2027-01-18T10:00", 2), moved, 1, List.of(SANNE, JOOST), MONDAY));

    assertThat(session(store).place()).isEqualTo(moved);
    assertThat(session(store).sequence()).isEqualTo(1);
    assertThat(seat(store, SANNE).answer()).isNull();
    assertThat(session(store).hasFreeSeat()).isTrue();
  }

  @Test
  void shows_who_was_there() {
    SessionStore store =
        after(
            new AttendanceRecorded(
                SESSION, ROLLOUT, "demo", ActivityKind.DEMO, SANNE, true, TUESDAY),
            new AttendanceRecorded(
                SESSION, ROLLOUT, "demo", ActivityKind.DEMO, JOOST, false, TUESDAY),
            new SessionEnded(SESSION, ROLLOUT, "demo", TUESDAY));

    assertThat(session(store).state()).isEqualTo(State.ENDED);
    assertThat(seat(store, SANNE).attended()).isTrue();
    assertThat(seat(store, JOOST).attended()).isFalse();
  }

  @Test
  void offers_other_sessions_that_are_to_come_and_have_a_seat() {
    SessionStore store =
        after(
            planned(OTHER, "demo", "2027-01-19T10:00", List.of()),
            planned(new SessionId("s-3"), "demo", "2027-01-19T10:00", List.of(JOOST, NOOR)),
            planned(new SessionId("s-4"), "other", "2027-01-19T10:00", List.of()),
            planned(new SessionId("s-5"), "demo", "2027-01-10T10:00", List.of()),
            planned(new SessionId("s-6"), "demo", "2027-01-21T10:00", List.of()),
            new SessionCancelled(
                new SessionId("s-6"),
                ROLLOUT,
                "demo",
                place("2027-01-21T10:00", 2),
                "ill",
                1,
                List.of(),
                MONDAY),
            planned(new SessionId("s-7"), "demo", "2027-01-22T10:00", List.of(SANNE)));

    assertThat(store.alternatives(SESSION, SANNE, MONDAY))
        .extracting(SessionRow::session)
        .containsExactly(OTHER);
  }

  private static SessionRow session(SessionStore store) {
    return store.find(SESSION).orElseThrow();
  }

  private static SeatRow seat(SessionStore store, PersonId person) {
    return store.seat(SESSION, person).orElseThrow();
  }

  private static SessionStore after(SessionEvent... events) {
    List<SessionEvent> all = new ArrayList<>();
    all.add(planned(SESSION, "demo", "2027-01-18T10:00", List.of(SANNE, JOOST)));
    all.addAll(List.of(events));
    return Projection.<SessionStore>fill(
        MemorySessionStore::new,
        SessionProjector::new,
        store -> List.of(store.ofRollout(ROLLOUT), store.seats(SESSION)),
        all);
  }

  private static SessionEvent planned(
      SessionId id, String activity, String start, List<PersonId> invited) {
    return new SessionPlanned(
        id,
        ROLLOUT,
        activity,
        ActivityKind.DEMO,
        Text.of("nl", "Demo"),
        place(start, 2),
        id.equals(SESSION) ? TRAINER : null,
        invited,
        MONDAY);
  }

  private static SessionEvent answer(PersonId person, Answer answer) {
    return new InvitationAnswered(SESSION, ROLLOUT, "demo", person, answer, MONDAY);
  }

  private static Place place(String start, int seats) {
    return new Place(
        LocalDateTime.parse(start),
        ZoneId.of("Europe/Amsterdam"),
        60,
        new Room("b12", "B.12", seats, null));
  }
}
