package org.uitrol.application.session.process;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.communication.Letters.When;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.Invitation;
import org.uitrol.domain.communication.Invitation.Method;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.SeatReleased;
import org.uitrol.domain.session.SessionEvent.SeatTaken;
import org.uitrol.domain.session.SessionEvent.SessionCancelled;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/** Sends invitations, changes and cancellations to whoever they concern. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class TellInvitees {

  private static final Actor ACTOR = Actor.process(TellInvitees.class);

  private final Letters letters;
  private final Streams streams;

  public TellInvitees(Letters letters, Streams streams) {
    this.letters = letters;
    this.streams = streams;
  }

  @EventHandler
  void on(SessionPlanned event) {
    Set<PersonId> readers = new LinkedHashSet<>(event.invited());
    if (event.presenter() != null) {
      readers.add(event.presenter());
    }
    Invitation invitation =
        new Invitation(
            event.session(), Method.REQUEST, 0, event.title(), event.place(), null, null);
    for (PersonId reader : readers) {
      tell(event.rollout(), "invitation", invitation, reader, When.AT_WORK, event.at());
    }
  }

  @EventHandler
  void on(SeatTaken event) {
    SessionPlanned planned = planned(event.session());
    String template =
        switch (event.origin()) {
          case INVITED -> "invitation";
          case CHOSEN -> "invitation-moved";
          case PROMOTED -> "seat-from-waiting-list";
        };
    tell(
        planned.rollout(),
        template,
        new Invitation(
            event.session(),
            Method.REQUEST,
            event.sequence(),
            planned.title(),
            session(event.session()).place(),
            null,
            null),
        event.person(),
        When.AT_ONCE,
        event.at());
  }

  @EventHandler
  void on(SeatReleased event) {
    SessionPlanned planned = planned(event.session());
    tell(
        planned.rollout(),
        event.to() == null ? "invitation-withdrawn" : "invitation-moved-away",
        new Invitation(
            event.session(),
            Method.CANCEL,
            event.sequence(),
            planned.title(),
            session(event.session()).place(),
            null,
            null),
        event.person(),
        When.AT_ONCE,
        event.at());
  }

  @EventHandler
  void on(SessionRescheduled event) {
    SessionPlanned planned = planned(event.session());
    Set<PersonId> readers = new LinkedHashSet<>(event.people());
    if (planned.presenter() != null) {
      readers.add(planned.presenter());
    }
    Invitation invitation =
        new Invitation(
            event.session(),
            Method.REQUEST,
            event.sequence(),
            planned.title(),
            event.place(),
            event.before(),
            null);
    for (PersonId reader : readers) {
      tell(planned.rollout(), "invitation-changed", invitation, reader, When.AT_ONCE, event.at());
    }
  }

  @EventHandler
  void on(SessionCancelled event) {
    SessionPlanned planned = planned(event.session());
    Set<PersonId> readers = new LinkedHashSet<>(event.people());
    if (planned.presenter() != null) {
      readers.add(planned.presenter());
    }
    Invitation invitation =
        new Invitation(
            event.session(),
            Method.CANCEL,
            event.sequence(),
            planned.title(),
            event.place(),
            null,
            event.reason());
    for (PersonId reader : readers) {
      tell(event.rollout(), "invitation-cancelled", invitation, reader, When.AT_ONCE, event.at());
    }
  }

  private void tell(
      RolloutId rollout,
      String template,
      Invitation invitation,
      PersonId reader,
      When when,
      Instant at) {
    Instant uselessAfter =
        invitation.method() == Method.CANCEL
            ? invitation.place().endsAt().toInstant()
            : invitation.place().startsAt().toInstant();
    Letter letter =
        new Letter(
            template,
            true,
            rollout,
            new Topic(Topic.Kind.SESSION, invitation.session().value()),
            new TreeMap<>(),
            null,
            invitation,
            uselessAfter);
    String cause =
        "session/" + invitation.session() + "/" + invitation.method() + "/" + invitation.sequence();
    letters.send(letter, reader, cause, when, at, ACTOR);
  }

  private SessionPlanned planned(SessionId session) {
    return (SessionPlanned) streams.events(session, SessionEvent.class).get(0);
  }

  private Session session(SessionId session) {
    return streams.state(session, SessionEvent.class, Session::evolve).orElseThrow();
  }
}
