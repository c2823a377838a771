package org.uitrol.domain.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Text;

/**
 * A skill and how people get it, as the plan says it.
 *
 * @param title shown to learners
 * @param courses the upskilling path: keys of courses in their order; never empty
 * @param baseline the test that comes first; null where everybody follows the courses
 * @param fastLane what who passes the test follows instead of the courses; may be empty
 */
public record SkillPlan(
    Text title, List<String> courses, @Nullable Baseline baseline, List<String> fastLane) {

  public SkillPlan {
    courses = List.copyOf(courses);
    fastLane = List.copyOf(fastLane);
    if (courses.isEmpty()) {
      throw new IllegalArgumentException("a skill needs at least one course");
    }
  }

  /** What a person's path is decided by. */
  public SkillRoute route(String skill) {
    return new SkillRoute(skill, courses, baseline, fastLane);
  }
}
