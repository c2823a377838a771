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
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
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
    release(event.session(), event.before(), event.place(), event.at());
  }

  @EventHandler
  void on(SessionCancelled event) {
    release(event.session(), event.place(), null, event.at());
  }

  private void release(SessionId id, Place place, @Nullable Place kept, Instant at) {
    Session session = streams.state(id, SessionEvent.class, Session::evolve).orElseThrow();
    Entry rollout = rollouts.find(session.rollout()).orElseThrow();
    planning.release(id, place, kept, session.presenter(), rollout.department(), at, ACTOR);
  }
}
