package org.uitrol.application.followup;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.followup.FollowUpCase;
import org.uitrol.domain.followup.FollowUpCommand;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpCommand.OpenFollowUp;
import org.uitrol.domain.followup.FollowUpCommand.TakeStep;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

class FollowUpsAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-18T08:00:00Z");
  private static final FollowUpId ID = new FollowUpId("follow-up-1");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    OpenFollowUp open =
        new OpenFollowUp(
            ID,
            FollowUpKind.CHASE,
            new RolloutId("rollout-1"),
            "practice",
            "missed-training",
            new PersonId("person-1"),
            List.of(
                new FollowUpStep(1, "pick-another-date", null, AT),
                new FollowUpStep(2, null, EscalateTo.MANAGER, LATER)),
            "attendance.recorded",
            AT);
    List<FollowUpEvent> opened = FollowUpCase.open(null, open);
    TakeStep remind = new TakeStep(ID, 1, AT);
    TakeStep skip = new TakeStep(ID, 1, LATER);
    TakeStep escalate = new TakeStep(ID, 2, LATER);
    CloseFollowUp close = new CloseFollowUp(ID, FollowUpOutcome.DONE, LATER);
    return new ShellTests<>(
            FollowUpCaseShell.class,
            FollowUpCommand.class,
            FollowUpEvent.class,
            FollowUpCase::evolve)
        .begins(open, opened)
        .after(opened, remind, followUp -> followUp.takeStep(remind))
        .after(opened, skip, followUp -> followUp.takeStep(skip))
        .after(opened, escalate, followUp -> followUp.takeStep(escalate))
        .after(opened, close, followUp -> followUp.close(close))
        .all();
  }
}
