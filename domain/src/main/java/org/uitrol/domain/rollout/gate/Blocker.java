package org.uitrol.domain.rollout.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a gate closed.
 *
 * @param reason which kind of thing it is
 * @param about the activity that isn't done, the reason of a hold, the condition, or how many
 *     concerns; empty for the rest
 * @param until when it goes away by itself, if it does
 * @param finding what the condition saw, of a condition only
 */
public record Blocker(
    Reason reason, String about, @Nullable Instant until, @Nullable Finding finding) {

  /** Why a gate is closed. */
  public enum Reason {
    /** The stage must last longer. */
    TOO_EARLY,
    /** An activity isn't done. */
    ACTIVITY_OPEN,
    /** A condition doesn't hold. */
    CONDITION_FAILS,
    /** A condition asks for something that isn't known yet. */
    CONDITION_UNKNOWN,
    /** Concerns must be answered first. */
    CONCERN_OPEN,
    /** Somebody or a reaction holds the department. */
    HELD,
    /** The campaign is paused. */
    PAUSED
  }

  public static Blocker tooEarly(Instant until) {
    return new Blocker(Reason.TOO_EARLY, "", until, null);
  }

  public static Blocker open(String activity) {
    return new Blocker(Reason.ACTIVITY_OPEN, activity, null, null);
  }

  public static Blocker of(Finding finding) {
    Reason reason =
        finding.result() == Finding.Result.UNKNOWN
            ? Reason.CONDITION_UNKNOWN
            : Reason.CONDITION_FAILS;
    return new Blocker(reason, finding.condition(), null, finding);
  }

  public static Blocker concerns(int mustAnswer) {
    return new Blocker(Reason.CONCERN_OPEN, Integer.toString(mustAnswer), null, null);
  }

  public static Blocker held(String reason) {
    return new Blocker(Reason.HELD, reason, null, null);
  }

  public static Blocker paused() {
    return new Blocker(Reason.PAUSED, "", null, null);
  }
}
