package org.uitrol.application.training.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.communication.Letters.When;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.training.CourseResult;
import org.uitrol.domain.training.LearnerCommand.Enrol;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseJudged;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;
import org.uitrol.domain.training.SkillPathCommand.NoteResult;
import org.uitrol.domain.training.SkillPathCommand.TakeCourseBack;
import org.uitrol.domain.training.SkillPathEvent.BaselineUnscored;
import org.uitrol.domain.training.SkillPathEvent.CourseCounted;
import org.uitrol.domain.training.SkillPathEvent.CoursesDue;
import org.uitrol.domain.training.SkillPathEvent.CoursesSpared;
import org.uitrol.domain.training.SkillPathEvent.PathLeft;
import org.uitrol.domain.training.SkillPathEvent.PathReminded;

/** Enrols people in what is due on their paths, and tells the paths what they have finished. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class GuidePaths {

  private static final Actor ACTOR = Actor.process(GuidePaths.class);

  private final CommandDesk desk;
  private final Letters letters;
  private final Streams streams;

  public GuidePaths(CommandDesk desk, Letters letters, Streams streams) {
    this.desk = desk;
    this.letters = letters;
    this.streams = streams;
  }

  /** One mail for all that is due at the same time. */
  @EventHandler
  void on(CoursesDue event) {
    for (String course : event.courses()) {
      desk.send(
          new Enrol(
              LearnerRecordId.of(event.rollout(), event.activity(), course, event.person()),
              event.rollout(),
              event.activity(),
              course,
              event.person(),
              event.dueAt(),
              List.of(),
              event.at()),
          ACTOR);
    }
    write(
        "path-step",
        event.path(),
        event.rollout(),
        event.activity(),
        event.person(),
        event.courses(),
        "due/" + String.join(",", event.courses()) + "/" + event.at(),
        event.at());
  }

  @EventHandler
  void on(CoursesSpared event) {
    withdraw(event.rollout(), event.activity(), event.courses(), event.person(), event.at());
  }

  @EventHandler
  void on(PathLeft event) {
    withdraw(event.rollout(), event.activity(), event.courses(), event.person(), event.at());
  }

  /** A course that was finished in another activity isn't waited for in the path any more. */
  @EventHandler
  void on(CourseCounted event) {
    withdraw(
        event.rollout(), event.activity(), List.of(event.course()), event.person(), event.at());
  }

  @EventHandler
  void on(CourseCompleted event) {
    CourseResult result = new CourseResult(event.course(), event.score(), event.passed());
    note(event.rollout(), event.person(), result, event.at());
  }

  @EventHandler
  void on(CourseScored event) {
    note(
        event.rollout(),
        event.person(),
        new CourseResult(event.course(), event.score()),
        event.at());
  }

  @EventHandler
  void on(CourseJudged event) {
    note(
        event.rollout(),
        event.person(),
        new CourseResult(event.course(), null, event.passed()),
        event.at());
  }

  /** What isn't true doesn't count in a path either. */
  @EventHandler
  void on(ResultWithdrawn event) {
    CourseResult remaining =
        event.completedAt() == null
            ? null
            : new CourseResult(event.course(), event.score(), event.passed());
    for (SkillPathId path : paths(event.rollout(), event.person())) {
      desk.send(new TakeCourseBack(path, event.course(), remaining, event.at()), ACTOR);
    }
  }

  @EventHandler
  void on(PathReminded event) {
    write(
        "path-reminder",
        event.path(),
        event.rollout(),
        event.activity(),
        event.person(),
        event.courses(),
        "reminder/" + event.number() + "/" + event.at(),
        event.at());
  }

  /** The owner hears once of each test that comes without results. */
  @EventHandler
  void on(BaselineUnscored event) {
    letters.tellOwner(
        event.rollout(),
        "test-unscored",
        "unscored/" + event.activity() + "/" + event.course(),
        Map.of("activity", event.activity(), "course", event.course()),
        event.at(),
        event.at(),
        ACTOR);
  }

  private void note(RolloutId rollout, PersonId person, CourseResult result, Instant at) {
    for (SkillPathId path : paths(rollout, person)) {
      desk.send(new NoteResult(path, result, at), ACTOR);
    }
  }

  private List<SkillPathId> paths(RolloutId rollout, PersonId person) {
    return letters.rollout(rollout).activities().values().stream()
        .filter(activity -> activity.plan().kind() == ActivityKind.PATH)
        .map(activity -> SkillPathId.of(rollout, activity.plan().id(), person))
        .filter(streams::exists)
        .toList();
  }

  private void withdraw(
      RolloutId rollout, String activity, List<String> courses, PersonId person, Instant at) {
    for (String course : courses) {
      LearnerRecordId learner = LearnerRecordId.of(rollout, activity, course, person);
      if (streams.exists(learner)) {
        desk.send(new Withdraw(learner, at), ACTOR);
      }
    }
  }

  private void write(
      String template,
      SkillPathId path,
      RolloutId rollout,
      String activity,
      PersonId person,
      List<String> courses,
      String cause,
      Instant at) {
    Letter letter =
        Letter.mandatory(
            template,
            rollout,
            new Topic(Topic.Kind.PATH, path.value()),
            Map.of("activity", activity, "courses", String.join(",", courses)));
    letters.send(letter, person, "path/" + path + "/" + cause, When.AT_WORK, at, ACTOR);
  }
}
