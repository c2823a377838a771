package org.uitrol.adapters.web.me;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.PathStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPath.State;
import org.uitrol.domain.training.SkillPlan;
import org.uitrol.domain.training.SkillRoute;
import org.uitrol.domain.training.Verdict;

/** Gathers the skill paths of one person. */
@Component
class OwnPaths {

  private final PathStore paths;
  private final RolloutStore rollouts;
  private final Plans plans;

  OwnPaths(PathStore paths, RolloutStore rollouts, Plans plans) {
    this.paths = paths;
    this.rollouts = rollouts;
    this.plans = plans;
  }

  /**
   * The paths that a person follows or has done.
   *
   * @param courses what the person follows or has followed
   */
  List<OwnPath> of(PersonId person, Collection<OwnCourse> courses) {
    Map<LearnerRecordId, OwnCourse> byRecord = new HashMap<>();
    courses.forEach(course -> byRecord.put(course.learner().learnerRecord(), course));
    return paths.ofPerson(person).stream()
        .filter(path -> path.state() != State.LEFT && !path.skills().isEmpty())
        .flatMap(path -> plan(path).map(plan -> path(path, plan, byRecord)).stream())
        .toList();
  }

  /** The path that a course is followed on, if it is. */
  Optional<SkillPath> path(LearnerRow learner) {
    LearnerRecordId onPath =
        LearnerRecordId.of(
            learner.rollout(), learner.activity(), learner.course(), learner.person());
    return learner.learnerRecord().equals(onPath)
        ? paths
            .find(SkillPathId.of(learner.rollout(), learner.activity(), learner.person()))
            .filter(path -> path.state() != State.LEFT)
        : Optional.empty();
  }

  /** Whether a course is one of the tests of its path: then only a result finishes it. */
  boolean isTest(LearnerRow learner) {
    return path(learner).stream()
        .flatMap(path -> path.skills().stream())
        .map(SkillRoute::baseline)
        .anyMatch(test -> test != null && test.course().equals(learner.course()));
  }

  private Optional<Plan> plan(SkillPath path) {
    return rollouts
        .find(path.rollout())
        .map(row -> plans.inForce(row.campaign(), row.planVersion()));
  }

  private static OwnPath path(SkillPath path, Plan plan, Map<LearnerRecordId, OwnCourse> byRecord) {
    Reading reading = new Reading(path, plan, byRecord, new HashSet<>());
    List<OwnPath.Skill> skills =
        new ArrayList<>(path.skills().stream().map(reading::skill).toList());
    skills.sort(Comparator.comparing(skill -> !skill.canGoOn()));
    PathPlan said = plan.skillMatrix().paths().get(path.uses());
    return new OwnPath(path, said == null ? Text.of("en", path.uses()) : said.title(), skills);
  }

  /** One path being read; a course of several skills can be opened in the first of them. */
  private record Reading(
      SkillPath path, Plan plan, Map<LearnerRecordId, OwnCourse> byRecord, Set<String> shown) {

    OwnPath.Skill skill(SkillRoute route) {
      List<OwnPath.Step> steps = new ArrayList<>();
      Verdict verdict = path.verdicts().get(route.skill());
      Baseline baseline = route.baseline();
      if (baseline != null) {
        steps.add(step(baseline.course(), true));
      }
      if (baseline == null || verdict != null) {
        (verdict == Verdict.PASSED ? route.fastLane() : route.courses())
            .forEach(course -> steps.add(step(course, false)));
      }
      SkillPlan said = plan.skillMatrix().skills().get(route.skill());
      return new OwnPath.Skill(
          said == null ? Text.of("en", route.skill()) : said.title(),
          path.progress(route),
          verdict,
          steps);
    }

    private OwnPath.Step step(String course, boolean test) {
      OwnPath.Step.When when =
          path.finished().contains(course)
              ? OwnPath.Step.When.DONE
              : path.due().contains(course) ? OwnPath.Step.When.NOW : OwnPath.Step.When.LATER;
      @Nullable OwnCourse own =
          byRecord.get(LearnerRecordId.of(path.rollout(), path.activity(), course, path.person()));
      boolean first = when == OwnPath.Step.When.NOW && shown.add(course);
      CoursePlan said = plan.courses().get(course);
      return new OwnPath.Step(
          said == null ? Text.of("en", course) : said.title(),
          test,
          when,
          first ? own : null,
          test && own != null ? own.learner().score() : null);
    }
  }
}
