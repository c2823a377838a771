package org.uitrol.domain.training;

import java.time.Instant;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;

/** What happened to an account at a learning platform. */
public sealed interface LearningAccountEvent extends DomainEvent {

  LearningAccountId account();

  /** {@code learning-account.matched}: from now on what is told of it is told of that person. */
  record AccountMatched(LearningAccountId account, PersonId person, Instant at)
      implements LearningAccountEvent {}

  /** {@code learning-account.released}: what was told of it isn't that person's. */
  record AccountReleased(LearningAccountId account, PersonId person, Instant at)
      implements LearningAccountEvent {}
}
