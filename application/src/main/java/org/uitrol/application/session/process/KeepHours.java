package org.uitrol.application.session.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uitrol.application.session.port.SessionHours;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.SessionEvent.InvitationAnswered;
import org.uitrol.domain.session.SessionEvent.PersonWaitlisted;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;

/** Keeps how long people sit in sessions, for the other processes. */
@Component
@Order(Processing.INDEX_FIRST)
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class KeepHours {

  private final SessionHours hours;

  public KeepHours(SessionHours hours) {
    this.hours = hours;
  }

  @EventHandler
  void on(SessionPlanned event) {
    hours.put(event.session(), event.place());
    event.invited().forEach(person -> hours.hold(event.session(), person));
  }

  @EventHandler
  void on(SeatTaken event) {
    hours.hold(event.session(), event.person());
  }

  @EventHandler
  void on(PersonWaitlisted event) {
    hours.hold(event.session(), event.person());
  }

  @EventHandler
  void on(SeatReleased event) {
    hours.release(event.session(), event.person());
  }

  /** Who declines has no seat; who thinks better of it has one again. */
  @EventHandler
  void on(InvitationAnswered event) {
    if (event.answer() == Answer.DECLINED) {
      hours.release(event.session(), event.person());
    } else {
      hours.hold(event.session(), event.person());
    }
  }

  @EventHandler
  void on(SessionRescheduled event) {
    hours.put(event.session(), event.place());
  }

  @EventHandler
  void on(SessionCancelled event) {
    hours.remove(event.session());
  }
}
