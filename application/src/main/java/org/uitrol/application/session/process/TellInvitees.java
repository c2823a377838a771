package org.uitrol.application.session.process;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
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
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.Handover;
import org.uitrol.domain.session.SessionEvent.PresenterChanged;
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
    PersonId presenter =
        event.handover() == null
            ? presenter(event.session(), event.sequence())
            : event.handover().presenter();
    Invitation invitation =
        new Invitation(
            event.session(),
            Method.REQUEST,
            event.sequence(),
            planned(event.session()).title(),
            event.place(),
            event.before(),
            null);
    tellOfChange(invitation, event.people(), presenter, event.at());
    takeLeave(event.session(), event.handover(), event.before(), event.sequence(), event.at());
  }

  /** The mail names who leads the session, so that everybody hears of it. */
  @EventHandler
  void on(PresenterChanged event) {
    Place place = place(event.session(), event.sequence());
    Invitation invitation =
        new Invitation(
            event.session(),
            Method.REQUEST,
            event.sequence(),
            planned(event.session()).title(),
            place,
            null,
            null);
    tellOfChange(invitation, event.people(), event.handover().presenter(), event.at());
    takeLeave(event.session(), event.handover(), place, event.sequence(), event.at());
  }

  private void tellOfChange(
      Invitation invitation, List<PersonId> people, @Nullable PersonId presenter, Instant at) {
    SessionPlanned planned = planned(invitation.session());
    Set<PersonId> readers = new LinkedHashSet<>(people);
    if (presenter != null) {
      readers.add(presenter);
    }
    for (PersonId reader : readers) {
      tell(planned.rollout(), "invitation-changed", invitation, reader, When.AT_ONCE, at);
    }
  }

  /** Who doesn't lead it any more takes it out of the calendar. */
  private void takeLeave(
      SessionId session, @Nullable Handover handover, Place place, int sequence, Instant at) {
    if (handover == null || handover.before() == null) {
      return;
    }
    SessionPlanned planned = planned(session);
    Invitation invitation =
        new Invitation(session, Method.CANCEL, sequence, planned.title(), place, null, null);
    tell(
        planned.rollout(), "invitation-withdrawn", invitation, handover.before(), When.AT_ONCE, at);
  }

  /** Who led it when its sequence was that. */
  private @Nullable PersonId presenter(SessionId session, int sequence) {
    return then(session, sequence).presenter();
  }

  private Place place(SessionId session, int sequence) {
    return then(session, sequence).place();
  }

  /** A session as it was at a sequence, whatever happened since. */
  private Session then(SessionId id, int sequence) {
    @Nullable Session session = null;
    for (SessionEvent event : streams.events(id, SessionEvent.class)) {
      Session next = Session.evolve(session, event);
      if (next.sequence() > sequence) {
        break;
      }
      session = next;
    }
    return Objects.requireNonNull(session);
  }

  @EventHandler
  void on(SessionCancelled event) {
    SessionPlanned planned = planned(event.session());
    Set<PersonId> readers = new LinkedHashSet<>(event.people());
    PersonId presenter = presenter(event.session(), event.sequence());
    if (presenter != null) {
      readers.add(presenter);
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
