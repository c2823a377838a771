package org.uitrol.domain.hold;

/** Why nothing that is past due leaves. */
public enum HoldCause {
  /** The database lacks what the data directory knows to have happened. */
  OLDER,
  /** Something else happened in the database where the data directory knows what happened. */
  OTHER_HISTORY,
  /** The data directory belongs to another database, or to one that was restored since. */
  OTHER_DATABASE,
  /** It is the same history on another server or in another database of the server. */
  MOVED,
  /** The data directory has never seen this database, which has a history. */
  UNKNOWN_HERE,
  /** The data directory hasn't seen the database for long, and nobody else has. */
  LONG_AWAY,
  /** The settings say so, for instance of a copy. */
  CONFIGURED
}
