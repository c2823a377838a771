package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * One activity in a running rollout.
 *
 * @param stage the stage in which it was planned
 * @param openSessions sessions that are still to come; null until they were planned
 * @param attended who was there, of those for whom it was recorded
 * @param trained who finished the course
 */
public record ActivityState(
    ActivityPlan plan,
    StageName stage,
    Progress progress,
    Instant dueAt,
    @Nullable Instant endsAt,
    @Nullable Set<SessionId> openSessions,
    Map<PersonId, Boolean> attended,
    Set<PersonId> trained) {

  /** How far an activity is. */
  public enum Progress {
    PLANNED,
    STARTED,
    /** Done, skipped or missed. */
    OVER
  }

  static ActivityState planned(ActivityPlan plan, StageName stage, Instant dueAt) {
    return new ActivityState(plan, stage, Progress.PLANNED, dueAt, null, null, Map.of(), Set.of());
  }

  boolean isMeeting() {
    return plan.kind() == ActivityKind.PRESENTATION || plan.kind() == ActivityKind.DEMO;
  }

  ActivityState started(Instant until) {
    return new ActivityState(
        plan, stage, Progress.STARTED, dueAt, until, openSessions, attended, trained);
  }

  ActivityState over() {
    return new ActivityState(
        plan, stage, Progress.OVER, dueAt, endsAt, openSessions, attended, trained);
  }

  ActivityState withOpenSessions(Set<SessionId> sessions) {
    return new ActivityState(plan, stage, progress, dueAt, endsAt, sessions, attended, trained);
  }

  ActivityState withAttended(Map<PersonId, Boolean> people) {
    return new ActivityState(plan, stage, progress, dueAt, endsAt, openSessions, people, trained);
  }

  ActivityState withTrained(Set<PersonId> people) {
    return new ActivityState(plan, stage, progress, dueAt, endsAt, openSessions, attended, people);
  }
}
