package org.uitrol.application.session.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/**
 * Keeps sessions and who is invited to them: in tables for the present, in memory for another date
 * or a simulation (decision 0014). Writing the same twice changes nothing. Takes part in the
 * caller's transaction.
 */
public interface SessionStore extends ViewStore {

  /** Stores a session in place of what was there. */
  void put(SessionRow session);

  /** Stores a person's place in a session in place of what was there. */
  void put(SeatRow seat);

  /** A person has no place in a session any more. */
  void removeSeat(SessionId session, PersonId person);

  Optional<SessionRow> find(SessionId session);

  /** The sessions of a rollout, by when they start. */
  List<SessionRow> ofRollout(RolloutId rollout);

  /** What a person is or was invited to or waits for, by when it starts. */
  List<InvitationRow> ofPerson(PersonId person);

  /** What a person presents, by when it starts. */
  List<SessionRow> ofPresenter(PersonId presenter);

  Optional<SeatRow> seat(SessionId session, PersonId person);

  /** Everybody with a place in a session: first those who don't wait, then first come first. */
  List<SeatRow> seats(SessionId session);

  /**
   * Where a person could go instead: other sessions of the same rollout and activity that are to
   * come after that moment and have a free seat, and in which the person holds none; by when they
   * start.
   */
  List<SessionRow> alternatives(SessionId session, PersonId person, Instant at);

  /**
   * Sessions to come of the same activity without a free seat, in which the person neither has a
   * seat nor waits for one, by when they start; the session itself too when it is one.
   */
  List<SessionRow> full(SessionId session, PersonId person, Instant at);
}
