package org.uitrol.domain.erasure;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/** What can be asked about the erasure of a person. */
public sealed interface ErasureCommand extends Command {

  /** Who is to be erased. */
  PersonId person();

  @Override
  default StreamId target() {
    return StreamId.of("erasure", person());
  }

  /**
   * Asks for a person to be erased.
   *
   * @param by who asks; absent when it is the organisation's rule about those who left
   * @param self whose account asks, if that is known
   */
  record RequestErasure(
      PersonId person,
      ErasureGround ground,
      @Nullable AccountId by,
      @Nullable PersonId self,
      Instant at)
      implements ErasureCommand {}

  /**
   * Somebody else agrees.
   *
   * @param by who agrees; absent when it is the organisation's rule about those who left
   * @param self whose account agrees, if that is known
   */
  record ApproveErasure(
      PersonId person, @Nullable AccountId by, @Nullable PersonId self, Instant at)
      implements ErasureCommand {}

  /** Somebody doesn't agree. */
  record RefuseErasure(PersonId person, ErasureRefusal why, AccountId by, Instant at)
      implements ErasureCommand {}

  /** Who asked for it doesn't any more. */
  record WithdrawErasure(PersonId person, AccountId by, Instant at) implements ErasureCommand {}

  /** Nobody has decided in time. */
  record ExpireErasure(PersonId person, Instant at) implements ErasureCommand {}

  /**
   * A step was done.
   *
   * @param destroyed how much of what
   */
  record RecordStep(PersonId person, ErasureStep step, Map<DataKind, Integer> destroyed, Instant at)
      implements ErasureCommand {

    public RecordStep {
      destroyed = Collections.unmodifiableMap(new TreeMap<>(destroyed));
    }
  }

  /**
   * A database that was restored still holds somebody who was erased.
   *
   * @param number which erasure of that person it was
   * @param erasedAt when
   */
  record RepeatErasure(PersonId person, int number, Instant erasedAt, Instant at)
      implements ErasureCommand {}

  /** The person may come in again, as somebody whom nobody knows. */
  record ReadmitPerson(PersonId person, AccountId by, Instant at) implements ErasureCommand {}
}
