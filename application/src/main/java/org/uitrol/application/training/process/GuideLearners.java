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
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerReminded;

/** Tells people of their courses and completes a classroom course by attendance. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class GuideLearners {

  private static final Actor ACTOR = Actor.process(GuideLearners.class);

  private final CommandDesk desk;
  private final Letters letters;
  private final Streams streams;

  public GuideLearners(CommandDesk desk, Letters letters, Streams streams) {
    this.desk = desk;
    this.letters = letters;
    this.streams = streams;
  }

  /**
   * A classroom course needs no mail of its own: the invitation to its session says it all. Of the
   * courses of a path its own mails tell.
   */
  @EventHandler
  void on(LearnerEnrolled event) {
    if (event
        .learnerRecord()
        .equals(
            LearnerRecordId.of(
                event.rollout(), event.activity(), event.course(), event.person()))) {
      return;
    }
    CoursePlan course = letters.plan(event.rollout()).courses().get(event.course());
    if (course != null && course.classroom() == null) {
      write(
          "course-enrolment",
          event.learnerRecord(),
          event.rollout(),
          event.person(),
          Map.of("activity", event.activity(), "course", event.course()),
          inRun("enrolled", event.learnerRecord(), event),
          event.at());
    }
  }

  /** Who returns is enrolled again, and hears of it again. */
  private String inRun(String cause, LearnerRecordId learner, LearnerEvent event) {
    List<LearnerEvent> history = streams.events(learner, LearnerEvent.class);
    long run =
        history.subList(0, history.indexOf(event) + 1).stream()
            .filter(LearnerEnrolled.class::isInstance)
            .count();
    return run == 1 ? cause : cause + "/" + run;
  }

  @EventHandler
  void on(LearnerReminded event) {
    write(
        "course-reminder",
        event.learnerRecord(),
        event.rollout(),
        event.person(),
        Map.of("activity", event.activity(), "course", event.course()),
        inRun("reminder/" + event.number(), event.learnerRecord(), event),
        event.at());
  }

  @EventHandler
  void on(AttendanceRecorded event) {
    LearnerRecordId learner = LearnerRecordId.of(event.rollout(), event.activity(), event.person());
    if (event.kind() == ActivityKind.TRAINING && event.attended() && streams.exists(learner)) {
      desk.send(new CompleteCourse(learner, null, "attendance", event.at(), event.at()), ACTOR);
    }
  }

  private void write(
      String template,
      LearnerRecordId learner,
      RolloutId rollout,
      PersonId person,
      Map<String, String> details,
      String cause,
      Instant at) {
    Letter letter =
        Letter.mandatory(template, rollout, new Topic(Topic.Kind.COURSE, learner.value()), details);
    letters.send(letter, person, "course/" + learner + "/" + cause, When.AT_WORK, at, ACTOR);
  }
}
