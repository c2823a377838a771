package org.uitrol.domain.training;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;

/** What happened on a person's skill path. */
public sealed interface SkillPathEvent extends DomainEvent {

  SkillPathId path();

  /**
   * {@code path.begun}: with the skills that the person needs, as the plan had them then.
   *
   * @param uses the key of the path in the plan
   * @param roles the keys of the roles that the person has in it
   */
  record PathBegun(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      String uses,
      PersonId person,
      List<String> roles,
      List<SkillRoute> skills,
      Instant dueAt,
      List<Instant> remindAt,
      Instant at)
      implements SkillPathEvent {

    public PathBegun {
      roles = List.copyOf(roles);
      skills = List.copyOf(skills);
      remindAt = List.copyOf(remindAt);
    }
  }

  /** {@code path.course-counted}: a course of the path is finished. */
  record CourseCounted(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      String course,
      Instant at)
      implements SkillPathEvent {}

  /** {@code path.baseline-passed}: only the fast lane is left of the skill. */
  record BaselinePassed(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      String skill,
      String course,
      double score,
      double pass,
      Instant at)
      implements SkillPathEvent {}

  /** {@code path.baseline-failed}: the person follows the courses of the skill. */
  record BaselineFailed(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      String skill,
      String course,
      double score,
      double pass,
      Instant at)
      implements SkillPathEvent {}

  /** {@code path.baseline-unscored}: finished without a score, which counts as not passed. */
  record BaselineUnscored(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      String skill,
      String course,
      double pass,
      Instant at)
      implements SkillPathEvent {}

  /**
   * {@code path.baseline-told}: whoever gives the test says, without a score, whether it was
   * passed.
   */
  record BaselineTold(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      String skill,
      String course,
      boolean passed,
      Instant at)
      implements SkillPathEvent {}

  /** {@code path.course-discounted}: a course, or a test, isn't finished after all. */
  record CourseDiscounted(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      String course,
      Instant at)
      implements SkillPathEvent {}

  /** {@code path.courses-due}: what to follow next. */
  record CoursesDue(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      List<String> courses,
      Instant dueAt,
      Instant at)
      implements SkillPathEvent {

    public CoursesDue {
      courses = List.copyOf(courses);
    }
  }

  /** {@code path.courses-spared}: what was due and need not be followed any more. */
  record CoursesSpared(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      List<String> courses,
      Instant at)
      implements SkillPathEvent {

    public CoursesSpared {
      courses = List.copyOf(courses);
    }
  }

  /** {@code path.reminded}: of these courses. */
  record PathReminded(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      int number,
      List<String> courses,
      Instant at)
      implements SkillPathEvent {

    public PathReminded {
      courses = List.copyOf(courses);
    }
  }

  /** {@code path.completed}: nothing is left to follow. */
  record PathCompleted(
      SkillPathId path, RolloutId rollout, String activity, PersonId person, Instant at)
      implements SkillPathEvent {}

  /**
   * {@code path.left}: the person no longer has to follow it.
   *
   * @param courses what was due and is given up
   */
  record PathLeft(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      List<String> courses,
      Instant at)
      implements SkillPathEvent {

    public PathLeft {
      courses = List.copyOf(courses);
    }
  }
}
