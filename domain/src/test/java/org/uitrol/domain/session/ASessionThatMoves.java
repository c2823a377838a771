package org.uitrol.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Meetings.BEFORE;
import static org.uitrol.domain.testing.Meetings.ENDS;
import static org.uitrol.domain.testing.Meetings.ROLLOUT;
import static org.uitrol.domain.testing.Meetings.SESSION;
import static org.uitrol.domain.testing.Meetings.STARTS;
import static org.uitrol.domain.testing.Meetings.people;
import static org.uitrol.domain.testing.Meetings.place;
import static org.uitrol.domain.testing.Meetings.planned;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.session.SessionCommand.EndSession;
import org.uitrol.domain.session.SessionCommand.RearrangeSession;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.session.SessionEvent.Handover;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.PresenterChanged;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.testing.History;

class ASessionThatMoves {

  private static final Place FRIDAY = place("2027-01-15T14:00", 3);

  @Test
  void asks_everybody_with_a_seat_anew_and_raises_its_sequence() {
    Session answered =
        after(planned(3, 3), answered(1, Answer.ACCEPTED), answered(2, Answer.DECLINED));

    List<SessionEvent> events = answered.reschedule(move(FRIDAY, BEFORE));

    assertThat(events)
        .containsExactly(
            new SessionRescheduled(
                SESSION, place(3), FRIDAY, 1, List.of(person(1), person(3)), BEFORE));
    Session moved = History.more(Session::evolve, answered, events);
    assertThat(moved.place()).isEqualTo(FRIDAY);
    assertThat(moved.sequence()).isEqualTo(1);
    assertThat(moved.seats())
        .containsEntry(person(1), Optional.empty())
        .containsEntry(person(2), Optional.of(Answer.DECLINED));
    assertThat(moved.reschedule(move(FRIDAY, BEFORE))).isEmpty();
  }

  @Test
  void needs_a_seat_for_everybody_who_holds_one() {
    Session session = after(planned(3, 3));
    Place small = place("2027-01-15T14:00", 2);
    assertThat(refusal(() -> session.reschedule(move(small, BEFORE))))
        .isEqualTo("SESSION_TOO_SMALL");
    Session oneLess = after(planned(3, 3), answered(1, Answer.DECLINED));
    assertThat(oneLess.reschedule(move(small, BEFORE))).hasSize(1);
  }

  @Test
  void moves_forward_in_time_only() {
    Session session = after(planned(3, 3));
    assertThat(refusal(() -> session.reschedule(move(place("2027-01-12T09:00", 3), BEFORE))))
        .isEqualTo("SESSION_IN_THE_PAST");
    assertThat(session.reschedule(move(place("2027-01-12T09:30", 3), BEFORE))).hasSize(1);
    assertThat(refusal(() -> session.reschedule(move(FRIDAY, STARTS)))).isEqualTo("SESSION_BEGUN");
  }

  @Test
  void is_not_ended_by_the_wake_up_for_its_former_end() {
    Session moved =
        after(
            planned(3, 3), new SessionRescheduled(SESSION, place(3), FRIDAY, 1, people(3), BEFORE));
    assertThat(moved.end(new EndSession(SESSION, ENDS))).isEmpty();
    Instant fridayEnd = Instant.parse("2027-01-15T14:00:00Z");
    assertThat(moved.end(new EndSession(SESSION, fridayEnd)))
        .containsExactly(new SessionEnded(SESSION, ROLLOUT, "look", fridayEnd));
  }

  @Test
  void goes_elsewhere_and_to_another_presenter_in_one_change() {
    Session session = after(planned(3, 2));
    RearrangeSession both = new RearrangeSession(SESSION, FRIDAY, person(9), BEFORE);

    List<SessionEvent> events = session.rearrange(both);

    assertThat(events)
        .containsExactly(
            new SessionRescheduled(
                SESSION, place(3), FRIDAY, 1, people(2), BEFORE, new Handover(null, person(9))));
    Session moved = History.more(Session::evolve, session, events);
    assertThat(moved.presenter()).isEqualTo(person(9));
    assertThat(moved.rearrange(both)).isEmpty();
    assertThat(moved.reschedule(move(place("2027-01-18T10:00", 3), BEFORE)))
        .singleElement()
        .isInstanceOfSatisfying(
            SessionRescheduled.class, one -> assertThat(one.handover()).isNull());
  }

  @Test
  void keeps_answers_when_only_the_presenter_changes() {
    Session answered = after(planned(3, 2), answered(1, Answer.ACCEPTED));

    List<SessionEvent> events =
        answered.rearrange(new RearrangeSession(SESSION, place(3), person(9), BEFORE));

    assertThat(events)
        .containsExactly(
            new PresenterChanged(SESSION, new Handover(null, person(9)), 1, people(2), BEFORE));
    Session changed = History.more(Session::evolve, answered, events);
    assertThat(changed.presenter()).isEqualTo(person(9));
    assertThat(changed.sequence()).isEqualTo(1);
    assertThat(changed.seats()).isEqualTo(answered.seats());
  }

  private static RescheduleSession move(Place place, Instant at) {
    return new RescheduleSession(SESSION, place, at);
  }

  private static InvitationAnswered answered(int number, Answer answer) {
    return new InvitationAnswered(SESSION, ROLLOUT, "look", person(number), answer, BEFORE);
  }

  private static Session after(SessionEvent... events) {
    return History.of(Session::evolve, List.of(events));
  }
}
