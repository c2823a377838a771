package org.uitrol.domain.rollout.reaction;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a reaction does.
 *
 * @param kind what it does
 * @param uses the key of the mail, meeting, survey or course in the plan; blank for escalate and
 *     hold
 * @param to whom an escalation goes; null for the others
 * @param after working days to wait first, 0 or more
 * @param within working days in which it should be over, as for an activity; 0 where it means
 *     nothing
 */
public record ActionPlan(Kind kind, String uses, @Nullable EscalateTo to, int after, int within) {

  /** What an action does. Mail and escalate also work for one person; the rest for a department. */
  public enum Kind {
    MAIL,
    PRESENTATION,
    DEMO,
    TRAINING,
    SURVEY,
    ESCALATE,
    HOLD
  }

  /** Who hears of it when people or departments don't move. */
  public enum EscalateTo {
    MANAGER,
    OWNER
  }
}
