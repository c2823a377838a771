package org.uitrol.application.training;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.training.LearningAccount;
import org.uitrol.domain.training.LearningAccountCommand;
import org.uitrol.domain.training.LearningAccountCommand.MatchAccount;
import org.uitrol.domain.training.LearningAccountCommand.ReleaseAccount;
import org.uitrol.domain.training.LearningAccountEvent;

class LearningAccountsAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final LearningAccountId ID = new LearningAccountId("account-1");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    MatchAccount match = new MatchAccount(ID, new PersonId("person-1"), AT);
    List<LearningAccountEvent> matched = LearningAccount.match(null, match);
    ReleaseAccount release = new ReleaseAccount(ID, AT);
    return new ShellTests<>(
            LearningAccountShell.class,
            LearningAccountCommand.class,
            LearningAccountEvent.class,
            LearningAccount::evolve)
        .begins(match, matched)
        .after(matched, release, account -> account.release(release))
        .all();
  }
}
