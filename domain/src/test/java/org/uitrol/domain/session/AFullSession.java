package org.uitrol.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Meetings.BEFORE;
import static org.uitrol.domain.testing.Meetings.OTHER_SESSION;
import static org.uitrol.domain.testing.Meetings.PLANNED_AT;
import static org.uitrol.domain.testing.Meetings.ROLLOUT;
import static org.uitrol.domain.testing.Meetings.SESSION;
import static org.uitrol.domain.testing.Meetings.STARTS;
import static org.uitrol.domain.testing.Meetings.people;
import static org.uitrol.domain.testing.Meetings.place;
import static org.uitrol.domain.testing.Meetings.planned;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.AskForSeat;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.Origin;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.testing.History;

class AFullSession {

  private static final Session FULL = after(planned(2, 2));
  private static final PersonWaitlisted THIRD_WAITS =
      new PersonWaitlisted(SESSION, person(3), BEFORE);
  private static final PersonWaitlisted FOURTH_WAITS =
      new PersonWaitlisted(SESSION, person(4), BEFORE);

  @Test
  void cannot_be_planned_with_more_people_than_seats() {
    assertThat(History.rejected(() -> Session.plan(null, plan(place(2), people(3)))))
        .satisfies(
            rejected -> {
              assertThat(rejected.code()).isEqualTo("SESSION_TOO_SMALL");
              assertThat(rejected.facts()).isEqualTo(Map.of("seats", 2, "invited", 3));
            });
  }

  @Test
  void puts_the_next_person_on_the_waiting_list_once() {
    InvitePerson third = new InvitePerson(SESSION, person(3), BEFORE);
    assertThat(FULL.invite(third)).containsExactly(THIRD_WAITS);
    assertThat(after(planned(2, 2), THIRD_WAITS).invite(third)).isEmpty();
  }

  @Test
  void has_whoever_asks_for_a_seat_wait_once() {
    AskForSeat third = new AskForSeat(SESSION, person(3), BEFORE);
    assertThat(FULL.askForSeat(third)).containsExactly(THIRD_WAITS);
    assertThat(after(planned(2, 2), THIRD_WAITS).askForSeat(third)).isEmpty();
    assertThat(FULL.askForSeat(new AskForSeat(SESSION, person(1), BEFORE))).isEmpty();
    assertThat(refusal(() -> FULL.askForSeat(new AskForSeat(SESSION, person(3), STARTS))))
        .isEqualTo("SESSION_BEGUN");
  }

  @Test
  void has_somebody_who_declined_wait_for_a_seat_like_everybody_else() {
    Session declined =
        after(
            planned(2, 2),
            answered(1, Answer.DECLINED),
            new SeatTaken(SESSION, person(3), 1, Origin.CHOSEN, null, BEFORE));
    AskForSeat first = new AskForSeat(SESSION, person(1), BEFORE);

    List<SessionEvent> events = declined.askForSeat(first);

    assertThat(events).containsExactly(new PersonWaitlisted(SESSION, person(1), BEFORE));
    Session waiting = History.more(Session::evolve, declined, events);
    assertThat(waiting.askForSeat(first)).isEmpty();
    assertThat(waiting.answer(answer(2, Answer.DECLINED)))
        .contains(new SeatTaken(SESSION, person(1), 2, Origin.PROMOTED, null, BEFORE));
  }

  @Test
  void lets_somebody_leave_the_waiting_list_and_come_back_to_its_end() {
    Session waiting = after(planned(2, 2), THIRD_WAITS, FOURTH_WAITS);

    List<SessionEvent> events = waiting.answer(answer(3, Answer.DECLINED));

    assertThat(events).containsExactly(answered(3, Answer.DECLINED));
    Session left = History.more(Session::evolve, waiting, events);
    assertThat(left.waiting()).containsExactly(person(4));
    assertThat(left.answer(answer(3, Answer.DECLINED))).isEmpty();
    assertThat(left.askForSeat(new AskForSeat(SESSION, person(3), BEFORE)))
        .containsExactly(THIRD_WAITS);
    assertThat(refusal(() -> waiting.answer(answer(3, Answer.ACCEPTED)))).isEqualTo("NOT_INVITED");
  }

  @Test
  void gives_a_seat_that_is_free_meanwhile_to_whoever_asks() {
    Session oneLeft = after(planned(2, 2), answered(1, Answer.DECLINED));
    assertThat(oneLeft.askForSeat(new AskForSeat(SESSION, person(1), BEFORE)))
        .containsExactly(answered(1, Answer.ACCEPTED));
    assertThat(oneLeft.askForSeat(new AskForSeat(SESSION, person(3), BEFORE)))
        .containsExactly(new SeatTaken(SESSION, person(3), 1, Origin.INVITED, null, BEFORE));
  }

  @Test
  void refuses_somebody_who_chooses_it() {
    assertThat(refusal(() -> FULL.takeSeat(new TakeSeat(SESSION, person(3), null, BEFORE))))
        .isEqualTo("SESSION_FULL");
  }

  @Test
  void gives_the_seat_of_somebody_who_declines_to_the_first_who_waits() {
    Session waiting = after(planned(2, 2), THIRD_WAITS, FOURTH_WAITS);

    List<SessionEvent> events = waiting.answer(answer(1, Answer.DECLINED));

    assertThat(events)
        .containsExactly(
            answered(1, Answer.DECLINED),
            new SeatTaken(SESSION, person(3), 1, Origin.PROMOTED, null, BEFORE));
    Session next = History.more(Session::evolve, waiting, events);
    assertThat(next.seatHolders()).containsExactly(person(2), person(3));
    assertThat(next.waiting()).containsExactly(person(4));
    assertThat(next.sequence()).isEqualTo(1);
  }

  @Test
  void gives_the_seat_of_somebody_who_leaves_to_the_first_who_waits() {
    Session waiting = after(planned(2, 2), THIRD_WAITS);
    assertThat(waiting.releaseSeat(new ReleaseSeat(SESSION, person(2), OTHER_SESSION, BEFORE)))
        .containsExactly(
            new SeatReleased(SESSION, person(2), 1, OTHER_SESSION, BEFORE),
            new SeatTaken(SESSION, person(3), 2, Origin.PROMOTED, null, BEFORE));
  }

  @Test
  void gives_no_seat_away_when_somebody_leaves_the_waiting_list() {
    Session waiting = after(planned(2, 2), THIRD_WAITS, FOURTH_WAITS);
    List<SessionEvent> events =
        waiting.releaseSeat(new ReleaseSeat(SESSION, person(3), null, BEFORE));
    assertThat(events).containsExactly(new SeatReleased(SESSION, person(3), 1, null, BEFORE));
    assertThat(History.more(Session::evolve, waiting, events).waiting()).containsExactly(person(4));
  }

  @Test
  void has_no_seat_for_somebody_who_declined_and_comes_back_too_late() {
    Session taken =
        after(
            planned(2, 2),
            answered(1, Answer.DECLINED),
            new SeatTaken(SESSION, person(3), 1, Origin.CHOSEN, null, BEFORE));
    assertThat(refusal(() -> taken.answer(answer(1, Answer.ACCEPTED)))).isEqualTo("SESSION_FULL");
    assertThat(refusal(() -> taken.answer(answer(1, Answer.TENTATIVE)))).isEqualTo("SESSION_FULL");
  }

  @Test
  void takes_everybody_who_waits_along_to_a_larger_room() {
    Session waiting = after(planned(2, 2), THIRD_WAITS, FOURTH_WAITS);
    Place larger = place("2027-01-15T10:00", 4);

    List<SessionEvent> events = waiting.reschedule(new RescheduleSession(SESSION, larger, BEFORE));

    assertThat(events)
        .containsExactly(
            new SessionRescheduled(SESSION, place(2), larger, 1, people(2), BEFORE),
            new SeatTaken(SESSION, person(3), 2, Origin.PROMOTED, null, BEFORE),
            new SeatTaken(SESSION, person(4), 3, Origin.PROMOTED, null, BEFORE));
    assertThat(History.more(Session::evolve, waiting, events).waiting()).isEmpty();
  }

  @Test
  void promotes_nobody_into_a_session_that_has_begun() {
    Session waiting = after(planned(2, 2), THIRD_WAITS);
    assertThat(waiting.releaseSeat(new ReleaseSeat(SESSION, person(1), null, STARTS)))
        .containsExactly(new SeatReleased(SESSION, person(1), 1, null, STARTS));
  }

  @Test
  void tells_those_who_wait_when_it_is_called_off() {
    Session waiting = after(planned(2, 2), answered(1, Answer.ACCEPTED), THIRD_WAITS);
    assertThat(waiting.cancel(new CancelSession(SESSION, "flu", BEFORE)))
        .containsExactly(
            new SessionCancelled(SESSION, ROLLOUT, "look", place(2), "flu", 1, people(3), BEFORE));
  }

  private static AnswerInvitation answer(int number, Answer answer) {
    return new AnswerInvitation(SESSION, person(number), answer, BEFORE);
  }

  private static InvitationAnswered answered(int number, Answer answer) {
    return new InvitationAnswered(SESSION, ROLLOUT, "look", person(number), answer, BEFORE);
  }

  private static PlanSession plan(Place place, List<PersonId> invited) {
    return new PlanSession(
        SESSION,
        ROLLOUT,
        "look",
        ActivityKind.DEMO,
        text("A look"),
        place,
        null,
        invited,
        PLANNED_AT);
  }

  private static Session after(SessionEvent... events) {
    return History.of(Session::evolve, List.of(events));
  }
}
