package org.uitrol.application.training;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerCommand;
import org.uitrol.domain.training.LearnerCommand.CheckDeadline;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerCommand.Enrol;
import org.uitrol.domain.training.LearnerCommand.RemindLearner;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.domain.training.LearnerEvent;
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
        .after(enrolled, remind, learner -> learner.remind(remind))
        .after(enrolled, deadline, learner -> learner.checkDeadline(deadline))
        .after(enrolled, withdraw, learner -> learner.withdraw(withdraw))
        .all();
  }
}
