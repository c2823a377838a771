package org.uitrol.application.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.Audiences;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.audience.MemberRules.Mover;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.training.CourseResult;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillMatrix;
import org.uitrol.domain.training.SkillPathCommand.BeginPath;

/** Works out how people begin their paths: by their roles, and by what they have done before. */
@Component
public class SkillPaths {

  private final Streams streams;
  private final Audiences audiences;

  public SkillPaths(Streams streams, Audiences audiences) {
    this.streams = streams;
    this.audiences = audiences;
  }

  /**
   * The commands that begin a path for these people.
   *
   * @param plan the version that the rollout is pinned to
   * @param activity one that consists of a path
   * @param dueAt the deadline of the whole path
   */
  public List<BeginPath> begin(
      Entry rollout,
      Plan plan,
      ActivityPlan activity,
      Collection<PersonId> people,
      Instant dueAt,
      List<Instant> remindAt,
      Instant at) {
    SkillMatrix matrix = plan.skillMatrix();
    PathPlan path = matrix.paths().get(activity.uses());
    if (path == null) {
      throw new IllegalStateException("the plan has no path '" + activity.uses() + "'");
    }
    Map<PersonId, Set<String>> segments = audiences.segmentsOf(plan.audienceRules(), people);
    Set<String> courses = matrix.coursesOf(path);
    Map<RolloutId, List<ActivityState>> trainings = new HashMap<>();
    List<BeginPath> commands = new ArrayList<>();
    for (PersonId person : people) {
      List<RolePlan> roles = path.rolesOf(segments.getOrDefault(person, Set.of()));
      commands.add(
          new BeginPath(
              SkillPathId.of(rollout.rollout(), activity.id(), person),
              rollout.rollout(),
              activity.id(),
              activity.uses(),
              person,
              roles.stream().map(RolePlan::key).toList(),
              matrix.routes(roles),
              known(rolloutsOf(person, rollout, plan), person, courses, trainings),
              dueAt,
              remindAt,
              at));
    }
    return commands;
  }

  /** What somebody finished in these rollouts, with the best score of each. */
  private List<CourseResult> known(
      Set<RolloutId> rollouts,
      PersonId person,
      Set<String> courses,
      Map<RolloutId, List<ActivityState>> trainings) {
    Map<String, CourseResult> known = new LinkedHashMap<>();
    for (RolloutId one : rollouts) {
      for (ActivityState activity : trainings.computeIfAbsent(one, this::trainings)) {
        records(one, activity.plan(), courses, person)
            .forEach(
                (course, record) ->
                    result(record)
                        .ifPresent(result -> known.merge(course, result, SkillPaths::better)));
      }
    }
    return List.copyOf(known.values());
  }

  /** This rollout, and those of earlier departments where the plan lets movers bring that along. */
  private Set<RolloutId> rolloutsOf(PersonId person, Entry rollout, Plan plan) {
    Set<RolloutId> found = new LinkedHashSet<>(Set.of(rollout.rollout()));
    if (plan.audienceRules().memberRules().mover() == Mover.WITH_WHAT_IS_DONE) {
      for (EmployeeEvent event :
          streams.events(StreamId.of("employee", person), EmployeeEvent.class)) {
        if (event instanceof EmployeeJoined joined) {
          found.add(RolloutId.of(rollout.campaign(), joined.department()));
        } else if (event instanceof EmployeeMoved moved) {
          found.add(RolloutId.of(rollout.campaign(), moved.to()));
        } else if (event instanceof EmployeeReturned returned) {
          found.add(RolloutId.of(rollout.campaign(), returned.department()));
        }
      }
    }
    return found;
  }

  private List<ActivityState> trainings(RolloutId rollout) {
    return streams
        .state(rollout, RolloutEvent.class, DepartmentRollout::evolve)
        .map(
            state ->
                state.activities().values().stream()
                    .filter(activity -> activity.plan().kind().isTraining())
                    .filter(activity -> activity.endsAt() != null)
                    .toList())
        .orElse(List.of());
  }

  /** The records that somebody may have in an activity, of these courses. */
  private static Map<String, LearnerRecordId> records(
      RolloutId rollout, ActivityPlan activity, Set<String> courses, PersonId person) {
    Map<String, LearnerRecordId> records = new LinkedHashMap<>();
    if (activity.kind() == ActivityKind.PATH) {
      for (String course : courses) {
        records.put(course, LearnerRecordId.of(rollout, activity.id(), course, person));
      }
    } else if (courses.contains(activity.uses())) {
      records.put(activity.uses(), LearnerRecordId.of(rollout, activity.id(), person));
    }
    return records;
  }

  private Optional<CourseResult> result(LearnerRecordId id) {
    return streams
        .state(id, LearnerEvent.class, LearnerRecord::evolve)
        .flatMap(
            learner ->
                Optional.ofNullable(learner.result())
                    .map(
                        result ->
                            new CourseResult(learner.course(), result.score(), result.passed())));
  }

  private static CourseResult better(CourseResult one, CourseResult other) {
    Double first = one.score();
    Double second = other.score();
    if (first == null && second == null) {
      return Boolean.TRUE.equals(one.passed()) ? one : other;
    }
    return first == null || (second != null && second > first) ? other : one;
  }
}
