package org.uitrol.application.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerCommand;
import org.uitrol.domain.training.LearnerCommand.BeginCourse;
import org.uitrol.domain.training.LearnerCommand.CheckDeadline;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerCommand.Enrol;
import org.uitrol.domain.training.LearnerCommand.RemindLearner;
import org.uitrol.domain.training.LearnerCommand.TakeResultBack;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerRecord;

class LearnersAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-01-25T16:00:00Z");
  private static final LearnerRecordId ID = new LearnerRecordId("learner-1");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    Enrol enrol =
        new Enrol(
            ID,
            new RolloutId("rollout-1"),
            "basics",
            "copilot-basics",
            new PersonId("person-1"),
            DUE,
            List.of(AT),
            AT);
    List<LearnerEvent> enrolled = LearnerRecord.enrol(null, enrol);
    CompleteCourse complete = new CompleteCourse(ID, 0.8, "page", AT, AT);
    List<LearnerEvent> completed = new ArrayList<>(enrolled);
    completed.add(
        new CourseCompleted(
            ID,
            new RolloutId("rollout-1"),
            "basics",
            "copilot-basics",
            new PersonId("person-1"),
            null,
            "page",
            AT,
            AT));
    BeginCourse begin = new BeginCourse(ID, "xapi/1", AT, AT);
    CompleteCourse judged = new CompleteCourse(ID, null, true, "xapi/1", AT, AT);
    TakeResultBack back = new TakeResultBack(ID, "page", AT);
    RemindLearner remind = new RemindLearner(ID, 1, AT);
    CheckDeadline deadline = new CheckDeadline(ID, DUE);
    Withdraw withdraw = new Withdraw(ID, AT);
    return new ShellTests<>(
            LearnerRecordShell.class,
            LearnerCommand.class,
            LearnerEvent.class,
            LearnerRecord::evolve)
        .begins(enrol, enrolled)
        .after(enrolled, complete, learner -> learner.complete(complete))
        .after(enrolled, begin, learner -> learner.begin(begin))
        .after(completed, judged, learner -> learner.complete(judged))
        .after(completed, back, learner -> learner.takeBack(back))
        .after(enrolled, remind, learner -> learner.remind(remind))
        .after(enrolled, deadline, learner -> learner.checkDeadline(deadline))
        .after(enrolled, withdraw, learner -> learner.withdraw(withdraw))
        .all();
  }
}
