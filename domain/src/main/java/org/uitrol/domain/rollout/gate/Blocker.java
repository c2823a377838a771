package org.uitrol.domain.rollout.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps a gate closed.
 *
 * @param reason which kind of thing it is
 * @param about the activity that isn't done, the reason of a hold, the condition, the question, who
 *     hasn't approved, or how many concerns; empty for the rest
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
    PAUSED,
    /** A question that everybody asks has no answer yet. */
    ANSWER_MISSING,
    /** The works council hasn't had its say. */
    CONSULTATION_OPEN,
    /** Somebody hasn't approved yet. */
    APPROVAL_MISSING;

    /** Whether nobody can go on without it, whatever the reason (decision 0021). */
    public boolean isHard() {
      return this == ANSWER_MISSING || this == CONSULTATION_OPEN || this == CONCERN_OPEN;
    }
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

  public static Blocker unanswered(Disclosure question) {
    return new Blocker(Reason.ANSWER_MISSING, question.key(), null, null);
  }

  public static Blocker consultation() {
    return new Blocker(Reason.CONSULTATION_OPEN, "", null, null);
  }

  public static Blocker unapproved(Approver by) {
    return new Blocker(Reason.APPROVAL_MISSING, by.key(), null, null);
  }

  /** What tells it from the others that keep the same gate closed. */
  public String key() {
    return reason + " " + about;
  }
}
