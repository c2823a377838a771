package org.uitrol.application.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.CourseResult;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathCommand;
import org.uitrol.domain.training.SkillPathCommand.BeginPath;
import org.uitrol.domain.training.SkillPathCommand.LeavePath;
import org.uitrol.domain.training.SkillPathCommand.NoteResult;
import org.uitrol.domain.training.SkillPathCommand.RemindOfPath;
import org.uitrol.domain.training.SkillPathCommand.TakeCourseBack;
import org.uitrol.domain.training.SkillPathEvent;
import org.uitrol.domain.training.SkillPathEvent.CourseCounted;
import org.uitrol.domain.training.SkillRoute;

class SkillPathsAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-01-25T16:00:00Z");
  private static final SkillPathId ID = new SkillPathId("path-1");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    BeginPath begin =
        new BeginPath(
            ID,
            new RolloutId("rollout-1"),
            "skills",
            "matrix",
            new PersonId("person-1"),
            List.of("clerks"),
            List.of(
                new SkillRoute(
                    "prompting", List.of("prompt"), new Baseline("test", 0.7), List.of("tricks"))),
            List.of(),
            DUE,
            List.of(AT),
            AT);
    List<SkillPathEvent> begun = SkillPath.begin(null, begin);
    NoteResult passed = new NoteResult(ID, new CourseResult("test", 0.7), AT);
    NoteResult unscored = new NoteResult(ID, new CourseResult("test", null), AT);
    NoteResult told = new NoteResult(ID, new CourseResult("test", null, true), AT);
    List<SkillPathEvent> counted = new ArrayList<>(begun);
    counted.add(
        new CourseCounted(
            ID, new RolloutId("rollout-1"), "skills", new PersonId("person-1"), "test", AT));
    TakeCourseBack back = new TakeCourseBack(ID, "test", null, AT);
    RemindOfPath remind = new RemindOfPath(ID, 1, AT);
    LeavePath leave = new LeavePath(ID, AT);
    return new ShellTests<>(
            SkillPathShell.class, SkillPathCommand.class, SkillPathEvent.class, SkillPath::evolve)
        .begins(begin, begun)
        .after(begun, passed, path -> path.note(passed))
        .after(begun, unscored, path -> path.note(unscored))
        .after(begun, told, path -> path.note(told))
        .after(counted, back, path -> path.takeBack(back))
        .after(begun, remind, path -> path.remind(remind))
        .after(begun, leave, path -> path.leave(leave))
        .all();
  }
}
