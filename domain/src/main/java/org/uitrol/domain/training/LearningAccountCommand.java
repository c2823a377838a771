package org.uitrol.domain.training;

import java.time.Instant;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;

/** What can be asked of an account at a learning platform. */
public sealed interface LearningAccountCommand extends Command {

  LearningAccountId account();

  @Override
  default LearningAccountId target() {
    return account();
  }

  /** Somebody says whose account it is. */
  record MatchAccount(LearningAccountId account, PersonId person, Instant at)
      implements LearningAccountCommand {}

  /** It is nobody's that is known, after all. */
  record ReleaseAccount(LearningAccountId account, Instant at) implements LearningAccountCommand {}
}
