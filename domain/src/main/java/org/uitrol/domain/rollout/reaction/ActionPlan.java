package org.uitrol.domain.rollout.reaction;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;

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

  /**
   * The activity that this action becomes in a department; only for kinds that are one.
   *
   * @param id the id of the new activity
   */
  public ActivityPlan activity(String id) {
    ActivityKind activity =
        switch (kind) {
          case MAIL -> ActivityKind.ANNOUNCEMENT;
          case PRESENTATION -> ActivityKind.PRESENTATION;
          case DEMO -> ActivityKind.DEMO;
          case TRAINING -> ActivityKind.TRAINING;
          case SURVEY -> ActivityKind.SURVEY;
          case ESCALATE, HOLD ->
              throw new IllegalStateException(kind + " doesn't become an activity");
        };
    return new ActivityPlan(id, activity, uses, 0, within, null, null);
  }

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
