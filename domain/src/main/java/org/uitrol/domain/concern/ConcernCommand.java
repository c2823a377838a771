package org.uitrol.domain.concern;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** What can be asked of a concern. */
public sealed interface ConcernCommand extends Command {

  ConcernId concern();

  @Override
  default ConcernId target() {
    return concern();
  }

  /**
   * Somebody asks something.
   *
   * @param department which department it is about; null for the whole campaign
   * @param asker who wants to know, when that is known; never of an anonymous concern
   * @param owner who owes the answer
   * @param mustAnswer whether gates shall wait for it, whatever its category
   * @param dueAt until when the answer is owed
   */
  record RaiseConcern(
      ConcernId concern,
      CampaignId campaign,
      @Nullable DepartmentId department,
      Origin origin,
      @Nullable PersonId asker,
      ConcernCategory category,
      PersonId owner,
      ConcernRule rule,
      boolean mustAnswer,
      Instant dueAt,
      Instant at)
      implements ConcernCommand {}

  /** Gates shall wait for the answer. */
  record MarkConcern(ConcernId concern, Mark mark, AccountId by, Instant at)
      implements ConcernCommand {}

  /**
   * Gates need not wait for the answer.
   *
   * @param council whether the works council decides so
   */
  record UnmarkConcern(ConcernId concern, boolean council, AccountId by, String reason, Instant at)
      implements ConcernCommand {}

  /**
   * An answer, or a better one.
   *
   * @param version counts from 1; one more than the answers that whoever wrote it had seen
   * @param published whether everybody in the campaign may read it
   */
  record AnswerConcern(ConcernId concern, int version, boolean published, AccountId by, Instant at)
      implements ConcernCommand {}

  /** Somebody else owes the answer. */
  record ChangeOwner(ConcernId concern, PersonId owner, AccountId by, Instant at)
      implements ConcernCommand {}

  /** Whoever asked doesn't want to know any more. */
  record WithdrawConcern(ConcernId concern, Instant at) implements ConcernCommand {}

  /** The answer doesn't answer it. */
  record ReopenConcern(ConcernId concern, Instant dueAt, Instant at) implements ConcernCommand {}

  /** The deadline may have passed. */
  record CheckConcern(ConcernId concern, Instant at) implements ConcernCommand {}
}
