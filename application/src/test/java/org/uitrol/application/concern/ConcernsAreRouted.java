package org.uitrol.application.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernCommand;
import org.uitrol.domain.concern.ConcernCommand.AnswerConcern;
import org.uitrol.domain.concern.ConcernCommand.ChangeOwner;
import org.uitrol.domain.concern.ConcernCommand.CheckConcern;
import org.uitrol.domain.concern.ConcernCommand.MarkConcern;
import org.uitrol.domain.concern.ConcernCommand.RaiseConcern;
import org.uitrol.domain.concern.ConcernCommand.ReopenConcern;
import org.uitrol.domain.concern.ConcernCommand.UnmarkConcern;
import org.uitrol.domain.concern.ConcernCommand.WithdrawConcern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernMarked;
import org.uitrol.domain.concern.ConcernRule;
import org.uitrol.domain.shared.ConcernId;

class ConcernsAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-01-18T16:00:00Z");
  private static final ConcernId ID = new ConcernId("concern-1");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    RaiseConcern raise =
        new RaiseConcern(
            ID,
            SamplePlan.COPILOT,
            SamplePlan.FINANCE,
            Origin.ANONYMOUS,
            null,
            ConcernCategory.JOB,
            SamplePlan.OWNER,
            ConcernRule.DEFAULT,
            false,
            DUE,
            AT);
    List<ConcernEvent> raised = Concern.raise(null, raise);
    MarkConcern mark = new MarkConcern(ID, Mark.MANAGER, SamplePlan.WRITER, AT);
    UnmarkConcern unmark = new UnmarkConcern(ID, false, SamplePlan.WRITER, "told", AT);
    AnswerConcern answer = new AnswerConcern(ID, 1, true, SamplePlan.WRITER, AT);
    ChangeOwner owner = new ChangeOwner(ID, SamplePlan.DIRECTOR, SamplePlan.WRITER, AT);
    WithdrawConcern withdraw = new WithdrawConcern(ID, AT);
    ReopenConcern reopen = new ReopenConcern(ID, DUE, AT);
    CheckConcern check = new CheckConcern(ID, DUE);
    return new ShellTests<>(
            ConcernShell.class, ConcernCommand.class, ConcernEvent.class, Concern::evolve)
        .begins(raise, raised)
        .after(raised, mark, concern -> concern.mark(mark))
        .after(
            and(raised, new ConcernMarked(ID, Mark.MANAGER, SamplePlan.WRITER, AT)),
            unmark,
            concern -> concern.unmark(unmark))
        .after(raised, answer, concern -> concern.answer(answer))
        .after(raised, owner, concern -> concern.changeOwner(owner))
        .after(raised, withdraw, concern -> concern.withdraw(withdraw))
        .after(
            and(raised, new ConcernAnswered(ID, 1, true, SamplePlan.WRITER, AT)),
            reopen,
            concern -> concern.reopen(reopen))
        .after(raised, check, concern -> concern.check(check))
        .all();
  }

  private static List<ConcernEvent> and(List<ConcernEvent> events, ConcernEvent next) {
    List<ConcernEvent> all = new ArrayList<>(events);
    all.add(next);
    return all;
  }
}
