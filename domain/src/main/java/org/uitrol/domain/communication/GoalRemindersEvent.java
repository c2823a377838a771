package org.uitrol.domain.communication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/** What happened to reminders of one's own goals; of goals themselves no event tells. */
public sealed interface GoalRemindersEvent extends DomainEvent {

  PersonId person();

  /**
   * {@code goals.reminders-chosen}.
   *
   * @param weeks every so many weeks; 0 for never
   * @param nextAt when the first is due; null for never
   */
  record GoalRemindersChosen(PersonId person, int weeks, @Nullable Instant nextAt, Instant at)
      implements GoalRemindersEvent {}

  /**
   * {@code goals.reminded}: it was time.
   *
   * @param number counts from 1
   * @param nextAt when the next is due
   */
  record GoalsReminded(PersonId person, int number, Instant nextAt, Instant at)
      implements GoalRemindersEvent {}
}
