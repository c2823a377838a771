package org.uitrol.domain.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;

/**
 * One step of a follow-up.
 *
 * @param number counts from 1
 * @param mail the key of the mail that the person gets; null for an escalation
 * @param escalateTo who hears of it; null for a reminder
 * @param dueAt when it is taken, unless the follow-up was closed before
 */
public record FollowUpStep(
    int number, @Nullable String mail, @Nullable EscalateTo escalateTo, Instant dueAt) {

  public FollowUpStep {
    if ((mail == null) == (escalateTo == null)) {
      throw new IllegalArgumentException("a step either reminds or escalates");
    }
  }
}
