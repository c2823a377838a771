package org.uitrol.adapters.web.me;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.session.CheckIn;
import org.uitrol.application.session.view.InvitationRow;
import org.uitrol.application.session.view.SeatRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Session;

/**
 * A session as the person who is invited to it sees it.
 *
 * @param others other dates with a free seat, by when they start
 * @param full dates without a free seat for which the person can wait, by when they start; may be
 *     this one
 * @param turn the place on the waiting list, counted from 1; 0 for somebody who doesn't wait
 * @param checkIn whether the code that is shown there can be entered now
 */
record OwnSession(
    InvitationRow invitation,
    State state,
    List<SessionRow> others,
    List<SessionRow> full,
    int turn,
    boolean checkIn) {

  OwnSession {
    others = List.copyOf(others);
    full = List.copyOf(full);
  }

  /** What it is to the person. */
  enum State {
    UNANSWERED,
    ACCEPTED,
    TENTATIVE,
    DECLINED,
    WAITING,
    CANCELLED,
    ATTENDED,
    MISSED,
    OVER
  }

  static State state(InvitationRow invitation, Instant now) {
    SessionRow session = invitation.session();
    SeatRow seat = invitation.seat();
    if (session.state() == Session.State.CANCELLED) {
      return State.CANCELLED;
    } else if (seat.attended() != null) {
      return seat.attended() ? State.ATTENDED : State.MISSED;
    } else if (isBegun(session, now)) {
      return State.OVER;
    } else if (seat.waiting()) {
      return State.WAITING;
    } else if (seat.answer() == null) {
      return State.UNANSWERED;
    }
    return switch (seat.answer()) {
      case ACCEPTED -> State.ACCEPTED;
      case TENTATIVE -> State.TENTATIVE;
      case DECLINED -> State.DECLINED;
    };
  }

  /** Whether somebody can tell now that they are there. */
  static boolean canCheckIn(InvitationRow invitation, Instant now) {
    SessionRow session = invitation.session();
    return !Boolean.TRUE.equals(invitation.seat().attended())
        && CheckIn.isOpen(
            session.state(),
            session.place().startsAt().toInstant(),
            session.place().endsAt().toInstant(),
            now);
  }

  static boolean isBegun(SessionRow session, Instant now) {
    return session.state() == Session.State.ENDED
        || !now.isBefore(session.place().startsAt().toInstant());
  }

  public SessionRow session() {
    return invitation.session();
  }

  public Place place() {
    return invitation.session().place();
  }

  /** Where to join, if that is something to open. */
  public @Nullable String link() {
    return Links.web(place().room().link());
  }

  /** Whether an answer can be given. */
  public boolean answerable() {
    return switch (state) {
      case UNANSWERED, ACCEPTED, TENTATIVE, DECLINED -> true;
      case WAITING, CANCELLED, ATTENDED, MISSED, OVER -> false;
    };
  }

  /** Whether it is to come. */
  public boolean toCome() {
    return answerable() || state == State.WAITING || checkIn;
  }

  /** The zone when it isn't the reader's own; else null. */
  public @Nullable ZoneId zoneIfOther(ZoneId own) {
    return place().zone().equals(own) ? null : place().zone();
  }
}
