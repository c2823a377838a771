package org.uitrol.domain.erasure;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CertificateId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/** What happened about the erasure of a person. */
public sealed interface ErasureEvent extends DomainEvent {

  /** Whose. Once it is carried out, this leads nowhere. */
  PersonId person();

  /**
   * {@code erasure.requested}.
   *
   * @param number which time it is asked for, counted from 1
   * @param by absent when it is the organisation's rule about those who left
   * @param self whose account asked, if that is known
   * @param expiresAt until when somebody else can agree
   */
  record ErasureRequested(
      PersonId person,
      int number,
      ErasureGround ground,
      @Nullable AccountId by,
      @Nullable PersonId self,
      Instant expiresAt,
      Instant at)
      implements ErasureEvent {}

  /**
   * {@code erasure.approved}.
   *
   * @param by absent when it is the organisation's rule about those who left
   */
  record ErasureApproved(PersonId person, int number, @Nullable AccountId by, Instant at)
      implements ErasureEvent {}

  /** {@code erasure.refused}. */
  record ErasureRefused(PersonId person, int number, ErasureRefusal why, AccountId by, Instant at)
      implements ErasureEvent {}

  /** {@code erasure.withdrawn}. */
  record ErasureWithdrawn(PersonId person, int number, AccountId by, Instant at)
      implements ErasureEvent {}

  /** {@code erasure.expired}: nobody decided in time. */
  record ErasureExpired(PersonId person, int number, Instant at) implements ErasureEvent {}

  /**
   * {@code erasure.step-done}.
   *
   * @param destroyed how much of what; never zero
   */
  record StepDone(
      PersonId person, int number, ErasureStep step, Map<DataKind, Integer> destroyed, Instant at)
      implements ErasureEvent {

    public StepDone {
      destroyed = Collections.unmodifiableMap(new TreeMap<>(destroyed));
    }
  }

  /** {@code erasure.carried-out}: nobody can tell any more who it was. */
  record ErasureCarriedOut(PersonId person, int number, CertificateId certificate, Instant at)
      implements ErasureEvent {}

  /**
   * {@code erasure.repeated}: a database that was restored still held the person.
   *
   * @param erasedAt when it had been carried out
   */
  record ErasureRepeated(PersonId person, int number, Instant erasedAt, Instant at)
      implements ErasureEvent {}

  /** {@code erasure.readmitted}: HR's list may bring the person again, as a stranger. */
  record PersonReadmitted(PersonId person, AccountId by, Instant at) implements ErasureEvent {}
}
