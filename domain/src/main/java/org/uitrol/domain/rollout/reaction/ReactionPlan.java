package org.uitrol.domain.rollout.reaction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.survey.Cause;

/**
 * What the plan does when something happens.
 *
 * @param id unique within the plan
 * @param on the name of the event, one of {@link ReactionTrigger}
 * @param when a condition in CEL over the event's facts and the evidence; always when absent
 * @param most how often it fires at most, counted as {@code per} says; 1 or more
 * @param then what happens, at least one action
 * @param per what it is counted for; for a person where the event is about one, else for the
 *     department, when absent
 * @param coolDown working days after it fired in which it doesn't fire again, counted as {@code
 *     per} says; none when absent
 * @param cause it fires only where this is what holds people back most; whatever it is when absent
 * @param audience whom it is for: about one person it fires only for who is among them, and what it
 *     plans for a department is for them alone; null for everybody
 */
public record ReactionPlan(
    String id,
    String on,
    @Nullable String when,
    int most,
    List<ActionPlan> then,
    @Nullable Per per,
    @Nullable Integer coolDown,
    @Nullable Cause cause,
    @Nullable Audience audience) {

  public ReactionPlan {
    then = List.copyOf(then);
  }

  /** A reaction for everybody. */
  public ReactionPlan(
      String id,
      String on,
      @Nullable String when,
      int most,
      List<ActionPlan> then,
      @Nullable Per per,
      @Nullable Integer coolDown,
      @Nullable Cause cause) {
    this(id, on, when, most, then, per, coolDown, cause, null);
  }

  /** A reaction that is counted as its event says, without a cool-down, whatever the cause. */
  public ReactionPlan(
      String id, String on, @Nullable String when, int most, List<ActionPlan> then) {
    this(id, on, when, most, then, null, null, null, null);
  }

  /** What a reaction is counted for. */
  public enum Per {
    PERSON,
    DEPARTMENT,
    /** All departments of the campaign together. */
    CAMPAIGN
  }
}
