package org.uitrol.domain.concern;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/** What happened to a concern. */
public sealed interface ConcernEvent extends DomainEvent {

  ConcernId concern();

  /**
   * {@code concern.raised}.
   *
   * @param department which department it is about; absent for the whole campaign
   * @param asker absent when nobody knows or nobody is meant
   * @param mark why gates wait for it; absent when they don't
   */
  record ConcernRaised(
      ConcernId concern,
      CampaignId campaign,
      @Nullable DepartmentId department,
      Origin origin,
      @Nullable PersonId asker,
      ConcernCategory category,
      PersonId owner,
      @Nullable Mark mark,
      Instant dueAt,
      Instant at)
      implements ConcernEvent {}

  /** {@code concern.marked}: gates wait for the answer. */
  record ConcernMarked(ConcernId concern, Mark mark, AccountId by, Instant at)
      implements ConcernEvent {}

  /** {@code concern.unmarked}: gates don't wait for the answer any more. */
  record ConcernUnmarked(ConcernId concern, AccountId by, String reason, Instant at)
      implements ConcernEvent {}

  /** {@code concern.answered}: for the first time, or better than before. */
  record ConcernAnswered(
      ConcernId concern, int version, boolean published, AccountId by, Instant at)
      implements ConcernEvent {}

  /** {@code concern.owner-changed}. */
  record OwnerChanged(ConcernId concern, PersonId owner, AccountId by, Instant at)
      implements ConcernEvent {}

  /** {@code concern.withdrawn}: whoever asked doesn't want to know any more. */
  record ConcernWithdrawn(ConcernId concern, Instant at) implements ConcernEvent {}

  /** {@code concern.reopened}: the answer doesn't answer it; another is owed until then. */
  record ConcernReopened(ConcernId concern, Instant dueAt, Instant at) implements ConcernEvent {}

  /** {@code concern.overdue}: the deadline has passed without an answer. */
  record ConcernOverdue(ConcernId concern, PersonId owner, Instant at) implements ConcernEvent {}
}
