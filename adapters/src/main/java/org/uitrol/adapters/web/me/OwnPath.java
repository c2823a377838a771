package org.uitrol.adapters.web.me;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPath.Progress;
import org.uitrol.domain.training.Verdict;

/**
 * A skill path as the person who follows it sees it.
 *
 * @param skills those in which something can be done now, then the others
 */
record OwnPath(SkillPath path, Text title, List<Skill> skills) {

  OwnPath {
    skills = List.copyOf(skills);
  }

  public boolean completed() {
    return path.state() == SkillPath.State.COMPLETED;
  }

  /** What can be followed now, in the order in which it is shown. */
  Stream<OwnCourse> toFollow() {
    return skills.stream()
        .flatMap(skill -> skill.steps().stream())
        .flatMap(step -> Stream.ofNullable(step.course()));
  }

  /**
   * One skill.
   *
   * @param verdict how its test went; null before that, or where there is no test
   * @param steps in the order in which they are followed
   */
  record Skill(Text title, Progress progress, @Nullable Verdict verdict, List<Step> steps) {

    Skill {
      steps = List.copyOf(steps);
    }

    boolean canGoOn() {
      return steps.stream().anyMatch(step -> step.when() == Step.When.NOW);
    }
  }

  /**
   * A test or a course.
   *
   * @param course what can be done with it here; null where that stands elsewhere or isn't so yet
   * @param score of a test that is finished, between 0 and 1, if there is one
   */
  record Step(
      Text title, boolean test, When when, @Nullable OwnCourse course, @Nullable Double score) {

    /** When it is followed. */
    enum When {
      NOW,
      LATER,
      DONE
    }
  }
}
