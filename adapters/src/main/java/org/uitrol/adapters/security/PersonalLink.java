package org.uitrol.adapters.security;

import java.time.Instant;
import org.uitrol.domain.shared.PersonId;

/**
 * What a personal link says once its signature is found right.
 *
 * @param purpose what it may be used for, and nothing else
 * @param person whose it is
 * @param subject the survey, of a link to one; which of the links to a calendar; else empty
 * @param expires from this moment on it is refused
 */
public record PersonalLink(Purpose purpose, PersonId person, String subject, Instant expires) {

  /** What a link may be used for. */
  public enum Purpose {
    /** The person's own page. */
    PLAN("p"),
    /** One survey. */
    SURVEY("s"),
    /** Opting out of optional mail. */
    UNSUBSCRIBE("u"),
    /** The person's sessions, for a calendar program. */
    CALENDAR("c");

    private final String code;

    Purpose(String code) {
      this.code = code;
    }

    /** As it stands in the path. */
    public String code() {
      return code;
    }
  }
}
