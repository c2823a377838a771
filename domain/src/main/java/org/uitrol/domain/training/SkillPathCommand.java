package org.uitrol.domain.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;

/** What can be asked of a person's skill path. */
public sealed interface SkillPathCommand extends Command {

  SkillPathId path();

  @Override
  default SkillPathId target() {
    return path();
  }

  /**
   * Begins a person's way.
   *
   * @param uses the key of the path in the plan
   * @param roles the keys of the roles that the person has in it
   * @param skills the skills that these roles need; empty when the person has no role
   * @param known courses that the person has finished before, in this campaign
   * @param dueAt the deadline of the whole path
   */
  record BeginPath(
      SkillPathId path,
      RolloutId rollout,
      String activity,
      String uses,
      PersonId person,
      List<String> roles,
      List<SkillRoute> skills,
      List<CourseResult> known,
      Instant dueAt,
      List<Instant> remindAt,
      Instant at)
      implements SkillPathCommand {

    public BeginPath {
      roles = List.copyOf(roles);
      skills = List.copyOf(skills);
      known = List.copyOf(known);
      remindAt = List.copyOf(remindAt);
    }
  }

  /** The person has finished a course, or the score of a finished one has become known. */
  record NoteResult(SkillPathId path, CourseResult result, Instant at)
      implements SkillPathCommand {}

  /**
   * What was told of a course isn't true.
   *
   * @param remaining what is true of it; null when it isn't finished
   */
  record TakeCourseBack(
      SkillPathId path, String course, @Nullable CourseResult remaining, Instant at)
      implements SkillPathCommand {}

  /** Reminds the person of what is open; the number counts from 1. */
  record RemindOfPath(SkillPathId path, int number, Instant at) implements SkillPathCommand {}

  /** The person no longer has to follow the path. */
  record LeavePath(SkillPathId path, Instant at) implements SkillPathCommand {}
}
