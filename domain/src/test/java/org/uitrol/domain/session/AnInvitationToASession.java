package org.uitrol.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Meetings.BEFORE;
import static org.uitrol.domain.testing.Meetings.ENDS;
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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.Origin;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.testing.History;

class AnInvitationToASession {

  private static final Session PLANNED = after(planned(3, 2));

  @Test
  void goes_to_everybody_with_the_plan_and_only_once() {
    PlanSession plan = plan(place(3), people(2));
    assertThat(Session.plan(null, plan)).containsExactly(planned(3, 2));
    assertThat(Session.plan(PLANNED, plan)).isEmpty();
    assertThat(PLANNED.seatHolders()).containsExactly(person(1), person(2));
  }

  @Test
  void may_fill_the_room_to_the_last_seat() {
    assertThat(Session.plan(null, plan(place(3), people(3)))).hasSize(1);
  }

  @Test
  void holds_a_seat_until_it_is_declined() {
    assertThat(PLANNED.answer(answer(1, Answer.TENTATIVE)))
        .containsExactly(answered(1, Answer.TENTATIVE));
    Session tentative = after(planned(3, 2), answered(1, Answer.TENTATIVE));
    assertThat(tentative.holdsSeat(person(1))).isTrue();
    Session declined = after(planned(3, 2), answered(1, Answer.DECLINED));
    assertThat(declined.holdsSeat(person(1))).isFalse();
    assertThat(declined.holdsSeat(person(9))).isFalse();
  }

  @Test
  void is_answered_with_the_same_answer_once() {
    Session accepted = after(planned(3, 2), answered(1, Answer.ACCEPTED));
    assertThat(accepted.answer(answer(1, Answer.ACCEPTED))).isEmpty();
    assertThat(accepted.answer(answer(1, Answer.DECLINED)))
        .containsExactly(answered(1, Answer.DECLINED));
  }

  @Test
  void can_be_accepted_after_all_while_a_seat_is_free() {
    Session declined = after(planned(2, 2), answered(1, Answer.DECLINED));
    assertThat(declined.answer(answer(1, Answer.ACCEPTED)))
        .containsExactly(answered(1, Answer.ACCEPTED));
  }

  @Test
  void can_only_be_answered_by_somebody_who_has_one() {
    assertThat(refusal(() -> PLANNED.answer(answer(9, Answer.ACCEPTED)))).isEqualTo("NOT_INVITED");
  }

  @Test
  void cannot_be_answered_once_the_session_has_begun() {
    AnswerInvitation late = new AnswerInvitation(SESSION, person(1), Answer.ACCEPTED, STARTS);
    assertThat(refusal(() -> PLANNED.answer(late))).isEqualTo("SESSION_BEGUN");
    AnswerInvitation justInTime =
        new AnswerInvitation(SESSION, person(1), Answer.ACCEPTED, STARTS.minusMillis(1));
    assertThat(PLANNED.answer(justInTime)).hasSize(1);
  }

  @Test
  void reaches_somebody_who_joins_later_while_there_is_a_seat() {
    InvitePerson third = new InvitePerson(SESSION, person(3), BEFORE);
    assertThat(PLANNED.invite(third))
        .containsExactly(new SeatTaken(SESSION, person(3), 1, Origin.INVITED, null, BEFORE));
    assertThat(PLANNED.invite(new InvitePerson(SESSION, person(2), BEFORE))).isEmpty();
  }

  @Test
  void does_not_reach_somebody_who_joins_after_the_session_has_begun() {
    assertThat(PLANNED.invite(new InvitePerson(SESSION, person(3), STARTS))).isEmpty();
    Session ended = after(planned(3, 2), new SessionEnded(SESSION, ROLLOUT, "look", ENDS));
    assertThat(ended.invite(new InvitePerson(SESSION, person(3), ENDS))).isEmpty();
  }

  @Test
  void can_be_swapped_for_another_session_of_ones_own_choice() {
    TakeSeat take = new TakeSeat(SESSION, person(3), OTHER_SESSION, BEFORE);
    SeatTaken taken = new SeatTaken(SESSION, person(3), 1, Origin.CHOSEN, OTHER_SESSION, BEFORE);
    assertThat(PLANNED.takeSeat(take)).containsExactly(taken);
    Session with = after(planned(3, 2), taken);
    assertThat(with.takeSeat(take)).isEmpty();
    assertThat(with.seats()).containsEntry(person(3), Optional.of(Answer.ACCEPTED));
    assertThat(refusal(() -> PLANNED.takeSeat(new TakeSeat(SESSION, person(3), null, STARTS))))
        .isEqualTo("SESSION_BEGUN");
  }

  @Test
  void is_given_back_once() {
    ReleaseSeat release = new ReleaseSeat(SESSION, person(2), OTHER_SESSION, BEFORE);
    SeatReleased released = new SeatReleased(SESSION, person(2), 1, OTHER_SESSION, BEFORE);
    assertThat(PLANNED.releaseSeat(release)).containsExactly(released);
    Session without = after(planned(3, 2), released);
    assertThat(without.releaseSeat(release)).isEmpty();
    assertThat(without.sequence()).isEqualTo(1);
    assertThat(without.seatHolders()).containsExactly(person(1));
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
