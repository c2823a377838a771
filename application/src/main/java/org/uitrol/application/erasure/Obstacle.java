package org.uitrol.application.erasure;

/**
 * Something that has to be settled before somebody can be erased.
 *
 * @param what the key or id of what it is about; may be empty
 */
public record Obstacle(Kind kind, String what) {

  /** What stands in the way. */
  public enum Kind {
    /** The person leads a campaign that isn't over. */
    OWNS_CAMPAIGN,
    /** The person owes an answer to a question. */
    OWES_ANSWER,
    /** The person presents a session that is to come. */
    PRESENTS_SESSION,
    /** Nobody else could open accounts. */
    LAST_ADMIN
  }
}
