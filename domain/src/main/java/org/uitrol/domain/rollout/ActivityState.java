package org.uitrol.domain.rollout;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;

/**
 * One activity in a running rollout.
 *
 * @param stage the stage in which it was planned
 * @param people whom it was started for or reached later, whether or not they are still there
 * @param openSessions sessions that are still to come; null until they were planned
 * @param attended who was there, of those for whom it was recorded
 * @param trained who finished the course
 * @param skipped whether a manager decided that it need not be done
 */
public record ActivityState(
    ActivityPlan plan,
    StageName stage,
    Progress progress,
    Instant dueAt,
    @Nullable Instant endsAt,
    Set<PersonId> people,
    @Nullable Set<SessionId> openSessions,
    Map<PersonId, Boolean> attended,
    Set<PersonId> trained,
    boolean skipped) {

  /** How far an activity is. */
  public enum Progress {
    PLANNED,
    STARTED,
    /** Done, skipped or missed. */
    OVER
  }

  static ActivityState planned(ActivityPlan plan, StageName stage, Instant dueAt) {
    return new ActivityState(
        plan, stage, Progress.PLANNED, dueAt, null, Set.of(), null, Map.of(), Set.of(), false);
  }

  boolean isMeeting() {
    return switch (plan.kind()) {
      case PRESENTATION, DEMO, COACHING -> true;
      case ANNOUNCEMENT, SURVEY, TRAINING, PATH, TASK -> false;
    };
  }

  ActivityState started(Instant until, Set<PersonId> reached) {
    return new ActivityState(
        plan,
        stage,
        Progress.STARTED,
        dueAt,
        until,
        reached,
        openSessions,
        attended,
        trained,
        skipped);
  }

  ActivityState withPeople(Set<PersonId> reached) {
    return new ActivityState(
        plan, stage, progress, dueAt, endsAt, reached, openSessions, attended, trained, skipped);
  }

  ActivityState over() {
    return over(skipped);
  }

  ActivityState skip() {
    return over(true);
  }

  private ActivityState over(boolean undone) {
    return new ActivityState(
        plan, stage, Progress.OVER, dueAt, endsAt, people, openSessions, attended, trained, undone);
  }

  /** Whether people can have done it: a course or a meeting. */
  boolean canBeDone() {
    return plan.kind().isTraining() || isMeeting();
  }

  /** Whether somebody has done it: finished the course, or was at the meeting. */
  public boolean isDoneBy(PersonId person) {
    return plan.kind().isTraining()
        ? trained.contains(person)
        : attended.getOrDefault(person, false);
  }

  /** These people did it before, in another department. */
  ActivityState withDone(Collection<PersonId> before) {
    if (before.isEmpty()) {
      return this;
    }
    ActivityState reached = withPeople(Copies.withAll(people, before));
    if (plan.kind().isTraining()) {
      return reached.withTrained(Copies.withAll(trained, before));
    }
    Map<PersonId, Boolean> present = new LinkedHashMap<>(attended);
    before.forEach(person -> present.put(person, true));
    return reached.withAttended(present);
  }

  ActivityState withOpenSessions(Set<SessionId> sessions) {
    return new ActivityState(
        plan, stage, progress, dueAt, endsAt, people, sessions, attended, trained, skipped);
  }

  ActivityState withAttended(Map<PersonId, Boolean> present) {
    return new ActivityState(
        plan, stage, progress, dueAt, endsAt, people, openSessions, present, trained, skipped);
  }

  ActivityState withTrained(Set<PersonId> finished) {
    return new ActivityState(
        plan, stage, progress, dueAt, endsAt, people, openSessions, attended, finished, skipped);
  }
}
