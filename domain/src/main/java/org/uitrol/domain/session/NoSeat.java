package org.uitrol.domain.session;

/** Why somebody has no seat in a session. */
public enum NoSeat {
  /** No room was free for long enough. */
  NO_ROOM,
  /** The person doesn't work on any of the days. */
  DAY_OFF,
  /** The person would sit in sessions for more hours in that week than the plan allows. */
  HOURS,

  /** The person sits in other sessions at every time that is left. */
  ELSEWHERE,

  /** Nobody who is free can lead it in the person's language. */
  NO_PRESENTER,

  /** The sessions wait for a manager who looks at them first. */
  BY_PROPOSAL
}
