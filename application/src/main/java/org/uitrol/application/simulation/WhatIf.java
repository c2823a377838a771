package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;

/**
 * What would have differed under another plan, side by side with what happened.
 *
 * @param until up to which moment
 * @param events how many recorded events were read
 * @param fidelity how well a replay under the plan as it was has the recorded history
 * @param parting the first moment at which both part; null when they never do
 * @param differences how many events stand in one history and not in the other
 * @param departments by key
 * @param unknown what can't be known, and what was assumed instead
 */
public record WhatIf(
    CampaignId campaign,
    Instant until,
    int events,
    Fidelity fidelity,
    @Nullable Parting parting,
    int differences,
    List<Department> departments,
    List<Unknown> unknown) {

  public WhatIf {
    departments = List.copyOf(departments);
    unknown = List.copyOf(unknown);
  }

  /** Whether nothing would have differed. */
  public boolean isTheSame() {
    return differences == 0;
  }

  /**
   * How a replay under the plan as it was compares with the record. Where it isn't exact,
   * differences may come from the replay instead of from the plan.
   *
   * @param differences how many events stand in one of them only; 0 when it is exact
   * @param first the first moment of such an event; null when there is none
   * @param departments which departments have them
   */
  public record Fidelity(int differences, @Nullable Instant first, List<DepartmentId> departments) {

    public Fidelity {
      departments = List.copyOf(departments);
    }

    public boolean isExact() {
      return differences == 0;
    }
  }

  /**
   * Where both histories part.
   *
   * @param department null when it is the whole campaign
   * @param activity empty when it is about none
   * @param was the name of the event that happened in fact; null when nothing did
   * @param would the name of the event that would have happened; null when nothing would
   */
  public record Parting(
      Instant at,
      @Nullable DepartmentId department,
      String activity,
      @Nullable String was,
      @Nullable String would) {}

  /** A department in both histories; null where it hadn't begun. */
  public record Department(
      DepartmentId department,
      Pair<Course> course,
      List<Stage> stages,
      List<Activity> activities,
      List<Reaction> reactions,
      boolean differs) {

    public Department {
      stages = List.copyOf(stages);
      activities = List.copyOf(activities);
      reactions = List.copyOf(reactions);
    }
  }

  /** A stage, each time that it was gone through. */
  public record Stage(StageName stage, int run, Pair<Course.Stage> both) {}

  public record Activity(String id, Pair<Course.Activity> both) {}

  public record Reaction(String id, Pair<Course.Reaction> both) {}
}
