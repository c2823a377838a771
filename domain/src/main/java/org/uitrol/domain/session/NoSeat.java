package org.uitrol.domain.session;

/** Why somebody has no seat in a session. */
public enum NoSeat {
  /** No room was free for long enough. */
  NO_ROOM,
  /** The person doesn't work on any of the days. */
  DAY_OFF,
  /** The person would sit in sessions for more hours in that week than the plan allows. */
  HOURS
}
