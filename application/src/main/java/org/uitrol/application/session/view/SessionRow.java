package org.uitrol.application.session.view;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;

/**
 * One session.
 *
 * @param presenter who leads it, if anybody is named
 * @param sequence grows with each change that invitees must hear of
 * @param seatsTaken how many people hold a seat
 * @param waiting how many people wait for one
 */
public record SessionRow(
    SessionId session,
    RolloutId rollout,
    String activity,
    ActivityKind kind,
    Text title,
    Place place,
    @Nullable PersonId presenter,
    Session.State state,
    int sequence,
    int seatsTaken,
    int waiting) {

  /** How many seats the room has. */
  public int capacity() {
    return place.room().seats();
  }

  public boolean hasFreeSeat() {
    return seatsTaken < capacity();
  }

  SessionRow in(Session.State next) {
    return with(place, next, sequence, seatsTaken, waiting);
  }

  SessionRow at(Place other) {
    return with(other, state, sequence, seatsTaken, waiting);
  }

  SessionRow ledBy(@Nullable PersonId other) {
    return new SessionRow(
        session,
        rollout,
        activity,
        kind,
        title,
        place,
        other,
        state,
        sequence,
        seatsTaken,
        waiting);
  }

  SessionRow changed(int nextSequence) {
    return with(place, state, nextSequence, seatsTaken, waiting);
  }

  SessionRow with(int taken, int queue) {
    return with(place, state, sequence, taken, queue);
  }

  private SessionRow with(
      Place nextPlace, Session.State nextState, int nextSequence, int taken, int queue) {
    return new SessionRow(
        session,
        rollout,
        activity,
        kind,
        title,
        nextPlace,
        presenter,
        nextState,
        nextSequence,
        taken,
        queue);
  }
}
