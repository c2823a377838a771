package org.uitrol.domain.rollout.reaction;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;

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
 * @param task what to do, of a task only
 */
public record ActionPlan(
    Kind kind, String uses, @Nullable EscalateTo to, int after, int within, @Nullable Text task) {

  /** An action that gives no task. */
  public ActionPlan(Kind kind, String uses, @Nullable EscalateTo to, int after, int within) {
    this(kind, uses, to, after, within, null);
  }

  /**
   * The activity that this action becomes; only for kinds that are one.
   *
   * @param id the id of the new activity
   * @param person for whom alone it is; null for a whole department
   * @param audience which segments of a whole department it is for; null for everybody
   */
  public ActivityPlan activity(String id, @Nullable PersonId person, @Nullable Audience audience) {
    ActivityKind activity =
        switch (kind) {
          case MAIL -> ActivityKind.ANNOUNCEMENT;
          case PRESENTATION -> ActivityKind.PRESENTATION;
          case DEMO -> ActivityKind.DEMO;
          case TRAINING -> ActivityKind.TRAINING;
          case SURVEY -> ActivityKind.SURVEY;
          case COACHING -> ActivityKind.COACHING;
          case TASK -> ActivityKind.TASK;
          case ESCALATE, HOLD ->
              throw new IllegalStateException(kind + " doesn't become an activity");
        };
    return new ActivityPlan(
        id,
        activity,
        kind == Kind.TASK ? id : uses,
        0,
        within,
        null,
        task,
        person,
        person == null && kind != Kind.TASK ? audience : null);
  }

  /** Whether it becomes an activity, for a department or for one person. */
  public boolean isActivity() {
    return kind != Kind.ESCALATE && kind != Kind.HOLD;
  }

  /** What an action does. */
  public enum Kind {
    MAIL,
    PRESENTATION,
    DEMO,
    TRAINING,
    SURVEY,
    ESCALATE,
    HOLD,
    /** A meeting of one person with a coach. */
    COACHING,
    /** Something to do: for the person whom it is about, else for the owner of the campaign. */
    TASK;

    /** Whether it can be done for one person. */
    public boolean isForPerson() {
      return switch (this) {
        case MAIL, ESCALATE, TRAINING, COACHING, TASK -> true;
        case PRESENTATION, DEMO, SURVEY, HOLD -> false;
      };
    }

    /** Whether it can be done for a department that is through. */
    public boolean isForAfterwards() {
      return switch (this) {
        case MAIL, SURVEY, ESCALATE, TASK -> true;
        case PRESENTATION, DEMO, TRAINING, COACHING, HOLD -> false;
      };
    }

    /** Whether it can be done for a whole department. */
    public boolean isForDepartment() {
      return this != COACHING;
    }
  }

  /** Who hears of it when people or departments don't move. */
  public enum EscalateTo {
    MANAGER,
    OWNER
  }
}
