package org.uitrol.domain.rollout;

import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;

/**
 * One activity of a stage, as the plan says it.
 *
 * @param id unique within the stages of a plan
 * @param kind what it is
 * @param uses the key of the mail, meeting, survey, course or path in the plan; for a task its own
 *     id
 * @param after working days from the start of the stage to the start of the activity, 0 or more
 * @param within working days from its start to its end: for a survey how long it is open, for a
 *     course the deadline, for a meeting the last day on which a session may be, for a task the day
 *     on which it should be done; 0 for an announcement
 * @param remind when those who haven't answered or finished are reminded, if at all
 * @param task what to do, of a task only
 * @param person for whom alone it is; null for the whole department
 * @param audience which segments of the department it is for; null for everybody
 */
public record ActivityPlan(
    String id,
    ActivityKind kind,
    String uses,
    int after,
    int within,
    @Nullable Reminders remind,
    @Nullable Text task,
    @Nullable PersonId person,
    @Nullable Audience audience) {

  /** An activity for one person, or for the whole department when that is null. */
  public ActivityPlan(
      String id,
      ActivityKind kind,
      String uses,
      int after,
      int within,
      @Nullable Reminders remind,
      @Nullable Text task,
      @Nullable PersonId person) {
    this(id, kind, uses, after, within, remind, task, person, null);
  }

  /** An activity for the whole department. */
  public ActivityPlan(
      String id,
      ActivityKind kind,
      String uses,
      int after,
      int within,
      @Nullable Reminders remind,
      @Nullable Text task) {
    this(id, kind, uses, after, within, remind, task, null, null);
  }

  /** Whether it is for one person; then no gate waits for it and no share counts it. */
  public boolean isPersonal() {
    return person != null;
  }

  private static final String AGAIN = ".again-";
  private static final String CATCH_UP = ".catch-up-";

  /**
   * This activity for a stage that is gone through once more: with an id of its own, so that
   * nothing of the earlier run is taken for it (decision 0006).
   *
   * @param run 1 for the first
   */
  public ActivityPlan inRun(int run) {
    return run == 1
        ? this
        : new ActivityPlan(
            id + AGAIN + run, kind, uses, after, within, remind, task, person, audience);
  }

  /**
   * This activity for somebody who came when it was over.
   *
   * @param number 1 for the first
   */
  ActivityPlan caughtUpBy(PersonId late, int number) {
    return new ActivityPlan(id + CATCH_UP + number, kind, uses, 0, within, remind, task, late);
  }

  /** Whether it is such an activity. */
  boolean isCatchUp() {
    return id.contains(CATCH_UP);
  }

  /** The id that the plan gave it, in whichever run and for whomever. */
  public static String idInPlan(String id) {
    int catchUp = id.indexOf(CATCH_UP);
    String common = catchUp < 0 ? id : id.substring(0, catchUp);
    int again = common.indexOf(AGAIN);
    return again < 0 ? common : common.substring(0, again);
  }

  /** What somebody has done who did this, in whichever department of the campaign. */
  public String doneKey() {
    return kind.key() + "/" + uses;
  }

  /**
   * Whether who did that in one department has done it in another too. A path isn't the same for
   * everybody: of it each course counts by itself (decision 0024).
   */
  static boolean countsElsewhere(String doneKey) {
    return !doneKey.startsWith(ActivityKind.PATH.key() + "/");
  }

  /**
   * Reminders to those who haven't reacted.
   *
   * @param every working days between two of them, 1 or more
   * @param most how many at most, 1 or more
   */
  public record Reminders(int every, int most) {}
}
