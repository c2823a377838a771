package org.uitrol.domain.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;

/** What can be asked of a session. */
public sealed interface SessionCommand extends Command {

  SessionId session();

  @Override
  default SessionId target() {
    return session();
  }

  /**
   * Plans a session and invites people to it.
   *
   * @param language in which it is; null when its meetings have only one
   */
  record PlanSession(
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
      implements SessionCommand {

    public PlanSession {
      invited = List.copyOf(invited);
    }

    /** A session of a meeting that has only one language. */
    public PlanSession(
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

  /** Invites one more person, who gets a seat or a place on the waiting list. */
  record InvitePerson(SessionId session, PersonId person, Instant at) implements SessionCommand {}

  /** A person answers the invitation. */
  record AnswerInvitation(SessionId session, PersonId person, Answer answer, Instant at)
      implements SessionCommand {}

  /**
   * Claims a seat.
   *
   * @param from the session that the person gives up for it, if any
   */
  record TakeSeat(SessionId session, PersonId person, @Nullable SessionId from, Instant at)
      implements SessionCommand {}

  /** Somebody without a seat asks for one, and waits when there is none. */
  record AskForSeat(SessionId session, PersonId person, Instant at) implements SessionCommand {}

  /**
   * Gives a seat, or a place on the waiting list, back.
   *
   * @param to the session that the person goes to instead, if any
   */
  record ReleaseSeat(SessionId session, PersonId person, @Nullable SessionId to, Instant at)
      implements SessionCommand {}

  /** Moves the whole session. */
  record RescheduleSession(SessionId session, Place place, Instant at) implements SessionCommand {}

  /** Moves the whole session and has somebody lead it, in one change. */
  record RearrangeSession(SessionId session, Place place, @Nullable PersonId presenter, Instant at)
      implements SessionCommand {}

  /** Calls the session off. */
  record CancelSession(SessionId session, String reason, Instant at) implements SessionCommand {}

  /** Says whether a person was there; saying it again corrects it. */
  record RecordAttendance(SessionId session, PersonId person, boolean attended, Instant at)
      implements SessionCommand {}

  /** The session's time is over. */
  record EndSession(SessionId session, Instant at) implements SessionCommand {}
}
