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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.EndSession;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.testing.History;

class ASessionIsOver {

  private static final SessionEnded ENDED = new SessionEnded(SESSION, ROLLOUT, "look", ENDS);
  private static final SessionCancelled CANCELLED =
      new SessionCancelled(SESSION, ROLLOUT, "look", place(3), "flu", 1, people(2), BEFORE);

  @Test
  void once_its_time_is_up_however_late_the_wake_up_comes() {
    Session session = after(planned(3, 2));
    assertThat(session.end(new EndSession(SESSION, ENDS.minusSeconds(1)))).isEmpty();
    assertThat(session.end(new EndSession(SESSION, ENDS))).containsExactly(ENDED);
    Instant nextDay = ENDS.plus(Duration.ofDays(1));
    assertThat(session.end(new EndSession(SESSION, nextDay)))
        .containsExactly(new SessionEnded(SESSION, ROLLOUT, "look", nextDay));
    assertThat(after(planned(3, 2), ENDED).end(new EndSession(SESSION, nextDay))).isEmpty();
    assertThat(after(planned(3, 2), CANCELLED).end(new EndSession(SESSION, ENDS))).isEmpty();
  }

  @Test
  void and_attendance_can_be_said_and_corrected() {
    Session ended = after(planned(3, 2), ENDED);
    RecordAttendance absent = new RecordAttendance(SESSION, person(1), false, ENDS);
    AttendanceRecorded missed = recorded(1, false);
    assertThat(ended.recordAttendance(absent)).containsExactly(missed);
    Session known = after(planned(3, 2), ENDED, missed);
    assertThat(known.recordAttendance(absent)).isEmpty();
    assertThat(known.recordAttendance(new RecordAttendance(SESSION, person(1), true, ENDS)))
        .containsExactly(recorded(1, true));
    assertThat(after(planned(3, 2), missed, recorded(1, true)).attendance())
        .isEqualTo(Map.of(person(1), true));
  }

  @Test
  void and_attendance_is_of_invitees_only_and_never_before_it_begins() {
    Session session = after(planned(3, 2));
    assertThat(
            refusal(
                () ->
                    session.recordAttendance(
                        new RecordAttendance(SESSION, person(1), true, STARTS.minusSeconds(1)))))
        .isEqualTo("SESSION_NOT_BEGUN");
    assertThat(session.recordAttendance(new RecordAttendance(SESSION, person(1), true, STARTS)))
        .hasSize(1);
    assertThat(
            refusal(
                () ->
                    session.recordAttendance(
                        new RecordAttendance(SESSION, person(9), true, STARTS))))
        .isEqualTo("NOT_INVITED");
  }

  @Test
  void and_somebody_who_declined_or_waited_may_have_come_anyway() {
    Session session =
        after(
            planned(2, 2),
            answered(1, Answer.DECLINED),
            new PersonWaitlisted(SESSION, person(3), BEFORE));
    assertThat(session.recordAttendance(new RecordAttendance(SESSION, person(1), true, ENDS)))
        .hasSize(1);
    assertThat(session.recordAttendance(new RecordAttendance(SESSION, person(3), true, ENDS)))
        .hasSize(1);
  }

  @Test
  void when_it_was_called_off_nobody_can_answer_come_or_move_it() {
    Session cancelled = after(planned(3, 2), CANCELLED);
    assertThat(cancelled.cancel(new CancelSession(SESSION, "flu", BEFORE))).isEmpty();
    assertThat(cancelled.sequence()).isEqualTo(1);
    assertThat(refusal(() -> cancelled.answer(answer(1, Answer.ACCEPTED))))
        .isEqualTo("SESSION_CANCELLED");
    assertThat(refusal(() -> cancelled.takeSeat(new TakeSeat(SESSION, person(3), null, BEFORE))))
        .isEqualTo("SESSION_CANCELLED");
    assertThat(
            refusal(
                () ->
                    cancelled.recordAttendance(
                        new RecordAttendance(SESSION, person(1), true, ENDS))))
        .isEqualTo("SESSION_CANCELLED");
    assertThat(cancelled.invite(new InvitePerson(SESSION, person(3), BEFORE))).isEmpty();
    assertThat(cancelled.releaseSeat(new ReleaseSeat(SESSION, person(1), null, BEFORE))).isEmpty();
  }

  @Test
  void and_one_that_has_begun_cannot_be_called_off() {
    Session session = after(planned(3, 2));
    assertThat(refusal(() -> session.cancel(new CancelSession(SESSION, "late", STARTS))))
        .isEqualTo("SESSION_BEGUN");
    assertThat(session.cancel(new CancelSession(SESSION, "flu", BEFORE)))
        .containsExactly(CANCELLED);
  }

  private static AttendanceRecorded recorded(int number, boolean attended) {
    return new AttendanceRecorded(
        SESSION, ROLLOUT, "look", ActivityKind.DEMO, person(number), attended, ENDS);
  }

  private static AnswerInvitation answer(int number, Answer answer) {
    return new AnswerInvitation(SESSION, person(number), answer, BEFORE);
  }

  private static InvitationAnswered answered(int number, Answer answer) {
    return new InvitationAnswered(SESSION, ROLLOUT, "look", person(number), answer, BEFORE);
  }

  private static Session after(SessionEvent... events) {
    return History.of(Session::evolve, List.of(events));
  }
}
