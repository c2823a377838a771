package org.uitrol.application.session;

import org.uitrol.domain.session.timetable.Rating;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.shared.RolloutId;

/**
 * A timetable of the sessions of an activity that somebody looks at before it is planned. It names
 * people by their ids only.
 *
 * @param id makes the ids of the sessions that it adds
 * @param best the best that was found, or what somebody made of it
 * @param improvements how often a search has found a better one
 * @param version grows with each change
 */
public record Proposal(
    String id,
    RolloutId rollout,
    String activity,
    State state,
    Timetable best,
    Rating rating,
    int improvements,
    int version) {

  /** How far it is. */
  public enum State {
    /** A better one is looked for. */
    SEARCHING,
    /** Nobody looks for a better one: it can be changed and accepted. */
    READY,
    ACCEPTED,
    DISCARDED
  }

  public boolean isOpen() {
    return state == State.SEARCHING || state == State.READY;
  }

  Proposal in(State next) {
    return new Proposal(id, rollout, activity, next, best, rating, improvements, version + 1);
  }

  Proposal with(Timetable other, Rating rated) {
    return new Proposal(id, rollout, activity, state, other, rated, improvements, version + 1);
  }
}
