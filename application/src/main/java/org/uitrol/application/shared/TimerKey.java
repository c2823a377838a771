package org.uitrol.application.shared;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The key of a timer: what is due, then of what, then which one. Readable, deterministic and free
 * of personal data (decision 0005).
 *
 * @param kind what to do when it is due
 * @param id the raw identifier of the aggregate that is asked
 * @param part which of its moments; may be empty
 */
public record TimerKey(Kind kind, String id, String part) {

  /** What can be due. */
  public enum Kind {
    WAVE,
    ACTIVITY_START,
    ACTIVITY_END,
    GATE,
    SURVEY_REMINDER,
    SURVEY_CLOSE,
    SESSION_END,
    COURSE_REMINDER,
    COURSE_DEADLINE,
    PATH_REMINDER,
    FOLLOW_UP_STEP,
    CONCERN_DEADLINE,
    MEMBER_GOES,
    CONSULTATION_SUSPENSION,
    GOAL_REMINDER,
    ERASURE_EXPIRY,
    ERASURE_STEP,
    RETENTION,
    CHECKPOINT;

    /**
     * Whether it also happens while everything else is kept from happening: what has to be gone by
     * now doesn't come back by a backup (decision 0043).
     */
    public boolean isNeverHeld() {
      return this == ERASURE_EXPIRY || this == ERASURE_STEP || this == RETENTION;
    }

    /** How its keys begin, without the slash. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The key as it is armed, for instance {@code survey-reminder/<survey>/2}. */
  public String text() {
    return kind.word() + "/" + id + "/" + URLEncoder.encode(part, StandardCharsets.UTF_8);
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException if it isn't one
   */
  public static TimerKey of(String text) {
    List<String> parts = List.of(text.split("/", -1));
    if (parts.size() != 3) {
      throw new IllegalArgumentException("'" + text + "' is no timer key");
    }
    return new TimerKey(
        Kind.valueOf(parts.get(0).toUpperCase(Locale.ROOT).replace('-', '_')),
        parts.get(1),
        URLDecoder.decode(parts.get(2), StandardCharsets.UTF_8));
  }
}
