package org.uitrol.domain.rollout.reaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plan does when something happens.
 *
 * @param id unique within the plan
 * @param on the name of the event, one of {@link ReactionTrigger}
 * @param when a condition in CEL over the event's facts and the evidence; always when absent
 * @param most how often it fires at most, per person where the event is about a person, else per
 *     department; 1 or more
 * @param then what happens, at least one action
 */
public record ReactionPlan(
    String id, String on, @Nullable String when, int most, List<ActionPlan> then) {

  public ReactionPlan {
    then = List.copyOf(then);
  }
}
