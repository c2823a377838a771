package org.uitrol.domain.training;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person gets one skill.
 *
 * @param skill its key in the plan
 * @param courses keys of the courses for who doesn't have the skill yet, in their order
 * @param baseline the test that comes first, if there is one
 * @param fastLane keys of the courses for who passes the test, in their order; may be empty
 */
public record SkillRoute(
    String skill, List<String> courses, @Nullable Baseline baseline, List<String> fastLane) {

  public SkillRoute {
    courses = List.copyOf(courses);
    fastLane = List.copyOf(fastLane);
  }

  /** Every course that may come up, the test first, each once. */
  public Set<String> everyCourse() {
    Set<String> every = new LinkedHashSet<>();
    if (baseline != null) {
      every.add(baseline.course());
    }
    every.addAll(fastLane);
    every.addAll(courses);
    return every;
  }
}
