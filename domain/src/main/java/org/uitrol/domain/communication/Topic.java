package org.uitrol.domain.communication;

/**
 * What a mail depends on: just before it is sent, Uitrol looks whether it still makes sense.
 *
 * @param kind which kind of thing it is
 * @param id its identifier; empty for {@link Kind#NEWS}
 */
public record Topic(Kind kind, String id) {

  /** What a mail can depend on, and when it no longer makes sense. */
  public enum Kind {
    /** Nothing; it stays true. */
    NEWS,
    /** A session: not when it was cancelled or changed again meanwhile. */
    SESSION,
    /** A survey: not when it is closed or the person has answered. */
    SURVEY,
    /** A learner record: not when the course is completed or given up. */
    COURSE,
    /** A follow-up: not when it is closed. */
    FOLLOW_UP,
    /** A concern: not when it was answered, or the answer taken back, meanwhile. */
    CONCERN,
    /** A skill path: not when none of the courses that it names is due any more. */
    PATH
  }

  public static Topic news() {
    return new Topic(Kind.NEWS, "");
  }
}
