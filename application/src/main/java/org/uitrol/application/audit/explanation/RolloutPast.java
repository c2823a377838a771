package org.uitrol.application.audit.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;

/** What happened to one rollout, with how it was before and after each event. */
final class RolloutPast {

  private final List<Moment> moments = new ArrayList<>();
  private final TreeMap<Long, Integer> versions = new TreeMap<>();
  private final DepartmentRollout now;

  /**
   * One event.
   *
   * @param before how the rollout was before it; null before the first
   */
  record Moment(Told told, @Nullable DepartmentRollout before, DepartmentRollout after) {

    RolloutEvent event() {
      return (RolloutEvent) told.event();
    }

    /** How the rollout was when it was decided. */
    DepartmentRollout then() {
      return before == null ? after : before;
    }
  }

  /**
   * Goes through a history.
   *
   * @param history at least its beginning
   */
  RolloutPast(List<Told> history) {
    @Nullable DepartmentRollout before = null;
    for (Told told : history) {
      DepartmentRollout after = DepartmentRollout.evolve(before, (RolloutEvent) told.event());
      moments.add(new Moment(told, before, after));
      versions.put(told.row().position(), after.planVersion());
      before = after;
    }
    if (before == null) {
      throw new IllegalArgumentException("a rollout has a beginning");
    }
    now = before;
  }

  List<Moment> moments() {
    return List.copyOf(moments);
  }

  /** How it is after the last of them. */
  DepartmentRollout now() {
    return now;
  }

  /** The version of the plan that counted at that place in the history; null before it began. */
  @Nullable Integer versionAt(long position) {
    var entry = versions.floorEntry(position);
    return entry == null ? null : entry.getValue();
  }
}
