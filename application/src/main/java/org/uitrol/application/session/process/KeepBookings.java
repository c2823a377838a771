package org.uitrol.application.session.process;

import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.session.SessionPlanning;
import org.uitrol.application.session.SessionPlanning.Booked;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.PresenterChanged;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/** Gives up the old seat of somebody who moved, and the old room of a session that moved. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class KeepBookings {

  private static final Actor ACTOR = Actor.process(KeepBookings.class);

  private final CommandDesk desk;
  private final SessionPlanning planning;
  private final Streams streams;
  private final RolloutIndex rollouts;

  public KeepBookings(
      CommandDesk desk, SessionPlanning planning, Streams streams, RolloutIndex rollouts) {
    this.desk = desk;
    this.planning = planning;
    this.streams = streams;
    this.rollouts = rollouts;
  }

  @EventHandler
  void on(SeatTaken event) {
    SessionId from = event.from();
    if (from != null) {
      desk.send(new ReleaseSeat(from, event.person(), event.session(), event.at()), ACTOR);
    }
  }

  @EventHandler
  void on(SessionRescheduled event) {
    Session session = session(event.session());
    PersonId before = event.handover() == null ? session.presenter() : event.handover().before();
    release(session, event.before(), before, event.place(), event.at());
  }

  @EventHandler
  void on(PresenterChanged event) {
    Session session = session(event.session());
    release(session, session.place(), event.handover().before(), session.place(), event.at());
  }

  @EventHandler
  void on(SessionCancelled event) {
    Session session = session(event.session());
    release(session, event.place(), session.presenter(), null, event.at());
  }

  private Session session(SessionId id) {
    return streams.state(id, SessionEvent.class, Session::evolve).orElseThrow();
  }

  private void release(
      Session session,
      Place place,
      @Nullable PersonId presenter,
      @Nullable Place kept,
      Instant at) {
    Entry rollout = rollouts.find(session.rollout()).orElseThrow();
    planning.release(
        session.id(),
        new Booked(place, presenter),
        kept == null ? null : new Booked(kept, session.presenter()),
        rollout.department(),
        at,
        ACTOR);
  }
}
