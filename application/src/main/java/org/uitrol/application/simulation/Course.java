package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.shared.DepartmentId;

/**
 * How one department fared, in one history. It tells of no single person.
 *
 * @param stages in the order in which they were entered
 * @param activities in the order in which they were planned
 * @param reactions by their names in the plan
 * @param mails how many were asked for
 * @param completed when the department was through; null when it isn't
 */
public record Course(
    DepartmentId department,
    @Nullable Instant started,
    List<Stage> stages,
    List<Activity> activities,
    SortedMap<String, Reaction> reactions,
    FollowUps followUps,
    int mails,
    @Nullable Instant completed) {

  public Course {
    stages = List.copyOf(stages);
    activities = List.copyOf(activities);
    reactions = Collections.unmodifiableSortedMap(new TreeMap<>(reactions));
  }

  /**
   * One time that a stage was gone through, with its gate.
   *
   * @param run how often it was entered by then, 1 for the first time
   * @param entered when it began
   * @param opened when its gate opened; null when it didn't
   * @param overdue when it had taken longer than the plan allows; null when it didn't
   * @param skipped whether a manager skipped it or sent the department back
   * @param looks each time that what keeps the gate closed changed
   * @param findings what the conditions saw when it opened
   */
  public record Stage(
      StageName stage,
      int run,
      Instant entered,
      @Nullable Instant opened,
      @Nullable Instant overdue,
      boolean skipped,
      List<Look> looks,
      List<Finding> findings) {

    public Stage {
      looks = List.copyOf(looks);
      findings = List.copyOf(findings);
    }

    /** What kept the gate closed last; empty when nothing did. */
    public List<Blocker> lastBlockers() {
      return looks.isEmpty() ? List.of() : looks.get(looks.size() - 1).blockers();
    }
  }

  /** What kept a gate closed from some moment on. */
  public record Look(Instant at, List<Blocker> blockers) {

    public Look {
      blockers = List.copyOf(blockers);
    }
  }

  /**
   * One activity.
   *
   * @param due when it was to start
   * @param started when it did; null when it didn't
   * @param over when it was done, missed or skipped; null when it wasn't
   * @param end how it ended; empty when it hasn't
   * @param sessions the first moment of each of its sessions, in their order
   */
  public record Activity(
      String id,
      ActivityKind kind,
      StageName stage,
      Instant due,
      @Nullable Instant started,
      @Nullable Instant over,
      String end,
      List<Instant> sessions) {

    public Activity {
      sessions = List.copyOf(sessions);
    }
  }

  /**
   * A reaction.
   *
   * @param fired when it fired
   * @param refused how often it didn't, and why
   * @param seen what it saw last, where it is about the whole department
   */
  public record Reaction(
      List<Instant> fired, Map<RefusalReason, Integer> refused, SortedMap<String, Object> seen) {

    public Reaction {
      fired = List.copyOf(fired);
      refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
      seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    }
  }

  /** How many follow-ups came to what. */
  public record FollowUps(int opened, int reminders, int escalations, int closed) {}
}
