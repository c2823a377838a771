package org.uitrol.application.session.view;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.Session.State;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.Origin;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.PresenterChanged;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionEnded;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.PersonId;

/** Follows sessions and everybody's place in them, by the rules of {@link Session}. */
@Component
@ProcessingGroup("view.session")
public class SessionProjector {

  private final SessionStore store;

  public SessionProjector(SessionStore store) {
    this.store = store;
  }

  @EventHandler
  void on(SessionPlanned event) {
    for (PersonId person : event.invited()) {
      store.put(new SeatRow(event.session(), person, null, false, null, event.at()));
    }
    store.put(
        new SessionRow(
            event.session(),
            event.rollout(),
            event.activity(),
            event.kind(),
            event.title(),
            event.place(),
            event.presenter(),
            State.PLANNED,
            0,
            event.invited().size(),
            0));
  }

  @EventHandler
  void on(InvitationAnswered event) {
    store.put(seat(event, event.person()).answered(event.answer()));
    count(session(event));
  }

  @EventHandler
  void on(SeatTaken event) {
    Answer answer = event.origin() == Origin.CHOSEN ? Answer.ACCEPTED : null;
    store.put(new SeatRow(event.session(), event.person(), answer, false, null, event.at()));
    count(session(event).changed(event.sequence()));
  }

  @EventHandler
  void on(PersonWaitlisted event) {
    store.put(new SeatRow(event.session(), event.person(), null, true, null, event.at()));
    count(session(event));
  }

  @EventHandler
  void on(SeatReleased event) {
    store.removeSeat(event.session(), event.person());
    count(session(event).changed(event.sequence()));
  }

  @EventHandler
  void on(SessionRescheduled event) {
    for (PersonId person : event.people()) {
      store.put(seat(event, person).answered(null));
    }
    SessionRow row = session(event).at(event.place()).changed(event.sequence());
    count(event.handover() == null ? row : row.ledBy(event.handover().presenter()));
  }

  @EventHandler
  void on(PresenterChanged event) {
    store.put(session(event).changed(event.sequence()).ledBy(event.handover().presenter()));
  }

  @EventHandler
  void on(SessionCancelled event) {
    store.put(session(event).in(State.CANCELLED).changed(event.sequence()));
  }

  @EventHandler
  void on(AttendanceRecorded event) {
    store.put(seat(event, event.person()).present(event.attended()));
  }

  @EventHandler
  void on(SessionEnded event) {
    store.put(session(event).in(State.ENDED));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private void count(SessionRow row) {
    List<SeatRow> seats = store.seats(row.session());
    store.put(
        row.with(
            (int) seats.stream().filter(SeatRow::holdsSeat).count(),
            (int) seats.stream().filter(SeatRow::waiting).count()));
  }

  private SessionRow session(SessionEvent event) {
    return store
        .find(event.session())
        .orElseThrow(() -> new IllegalStateException("no session " + event.session()));
  }

  private SeatRow seat(SessionEvent event, PersonId person) {
    return store
        .seat(event.session(), person)
        .orElseThrow(
            () -> new IllegalStateException(person + " has no place in " + event.session()));
  }
}
