package org.uitrol.domain.rollout;

/** The rule for things that come up late, for instance after an outage (decision 0005). */
final class Lateness {

  /** News that is older than this is not sent any more. */
  static final int NEWS_STALE_AFTER_WORKING_DAYS = 5;

  private Lateness() {}

  /**
   * Whether an activity that should have started so many working days ago makes sense no more. All
   * kinds but announcements start late and keep their full length.
   */
  static boolean isTooLate(ActivityKind kind, int workingDays) {
    return kind == ActivityKind.ANNOUNCEMENT && workingDays > NEWS_STALE_AFTER_WORKING_DAYS;
  }
}
