package org.uitrol.domain.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;

/**
 * What happened to a session. The sequence is that of RFC 5545, section 3.8.7.4: it starts at 0 and
 * grows with each change that invitees must hear of.
 */
public sealed interface SessionEvent extends DomainEvent {

  SessionId session();

  /** {@code session.planned}: and these people were invited, each with a seat. */
  record SessionPlanned(
      SessionId session,
      RolloutId rollout,
      String activity,
      ActivityKind kind,
      Text title,
      Place place,
      @Nullable PersonId presenter,
      List<PersonId> invited,
      Instant at,
      @Nullable String language)
      implements SessionEvent {

    public SessionPlanned {
      invited = List.copyOf(invited);
    }

    /** A session of a meeting that has only one language. */
    public SessionPlanned(
        SessionId session,
        RolloutId rollout,
        String activity,
        ActivityKind kind,
        Text title,
        Place place,
        @Nullable PersonId presenter,
        List<PersonId> invited,
        Instant at) {
      this(session, rollout, activity, kind, title, place, presenter, invited, at, null);
    }
  }

  /** {@code session.answered}. */
  record InvitationAnswered(
      SessionId session,
      RolloutId rollout,
      String activity,
      PersonId person,
      Answer answer,
      Instant at)
      implements SessionEvent {}

  /** {@code session.seat-taken}. */
  record SeatTaken(
      SessionId session,
      PersonId person,
      int sequence,
      Origin origin,
      @Nullable SessionId from,
      Instant at)
      implements SessionEvent {}

  /** {@code session.waitlisted}: there was no seat left. */
  record PersonWaitlisted(SessionId session, PersonId person, Instant at) implements SessionEvent {}

  /** {@code session.seat-released}. */
  record SeatReleased(
      SessionId session, PersonId person, int sequence, @Nullable SessionId to, Instant at)
      implements SessionEvent {}

  /** {@code session.rescheduled}: everybody with a seat must hear of it and answer anew. */
  record SessionRescheduled(
      SessionId session,
      Place before,
      Place place,
      int sequence,
      List<PersonId> people,
      Instant at,
      @Nullable Handover handover)
      implements SessionEvent {

    public SessionRescheduled {
      people = List.copyOf(people);
    }

    /** The same person leads it. */
    public SessionRescheduled(
        SessionId session,
        Place before,
        Place place,
        int sequence,
        List<PersonId> people,
        Instant at) {
      this(session, before, place, sequence, people, at, null);
    }
  }

  /** {@code session.presenter-changed}: when and where stay as they were, and so do answers. */
  record PresenterChanged(
      SessionId session, Handover handover, int sequence, List<PersonId> people, Instant at)
      implements SessionEvent {

    public PresenterChanged {
      people = List.copyOf(people);
    }
  }

  /**
   * Somebody else leads it.
   *
   * @param before who led it, if anybody was named
   * @param presenter who leads it now, if anybody is named
   */
  record Handover(@Nullable PersonId before, @Nullable PersonId presenter) {}

  /** {@code session.cancelled}. */
  record SessionCancelled(
      SessionId session,
      RolloutId rollout,
      String activity,
      Place place,
      String reason,
      int sequence,
      List<PersonId> people,
      Instant at)
      implements SessionEvent {

    public SessionCancelled {
      people = List.copyOf(people);
    }
  }

  /** {@code attendance.recorded}. */
  record AttendanceRecorded(
      SessionId session,
      RolloutId rollout,
      String activity,
      ActivityKind kind,
      PersonId person,
      boolean attended,
      Instant at)
      implements SessionEvent {}

  /** {@code session.ended}. */
  record SessionEnded(SessionId session, RolloutId rollout, String activity, Instant at)
      implements SessionEvent {}

  /** How somebody came by a seat. */
  enum Origin {
    /** Uitrol invited the person after the session was planned. */
    INVITED,
    /** The person chose this session. */
    CHOSEN,
    /** A seat came free for the person on the waiting list. */
    PROMOTED
  }
}
