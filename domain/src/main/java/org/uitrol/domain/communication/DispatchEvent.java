package org.uitrol.domain.communication;

import java.time.Instant;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/** What happened to a dispatch (decision 0009). */
public sealed interface DispatchEvent extends DomainEvent {

  DispatchId dispatch();

  /** {@code dispatch.requested}. */
  record DispatchRequested(
      DispatchId dispatch, PersonId person, Letter letter, Instant notBefore, Instant at)
      implements DispatchEvent {}

  /** {@code dispatch.postponed}. */
  record DispatchPostponed(DispatchId dispatch, PostponeReason reason, Instant until, Instant at)
      implements DispatchEvent {}

  /** {@code dispatch.suppressed}. */
  record DispatchSuppressed(DispatchId dispatch, SuppressReason reason, Instant at)
      implements DispatchEvent {}

  /** {@code dispatch.handing-over}: attempts count from 1. */
  record HandOverBegun(DispatchId dispatch, int attempt, Instant at) implements DispatchEvent {}

  /** {@code dispatch.handed-over}. */
  record HandedOver(DispatchId dispatch, int attempt, Instant at) implements DispatchEvent {}

  /** {@code dispatch.deferred}: it is tried again at {@code retryAt}. */
  record DispatchDeferred(
      DispatchId dispatch, int attempt, String reply, Instant retryAt, Instant at)
      implements DispatchEvent {}

  /** {@code dispatch.released}: the mail server hasn't heard of it, so it waits again. */
  record DispatchReleased(DispatchId dispatch, Instant at) implements DispatchEvent {}

  /** {@code dispatch.failed}. */
  record DispatchFailed(DispatchId dispatch, int attempt, String reply, Instant at)
      implements DispatchEvent {}

  /** {@code dispatch.unknown}: a person decides what to do. */
  record DispatchUnknown(DispatchId dispatch, int attempt, Instant at) implements DispatchEvent {}

  /** {@code dispatch.bounced}: with the enhanced status code of RFC 3463. */
  record DispatchBounced(DispatchId dispatch, String status, Instant at) implements DispatchEvent {}

  /** {@code dispatch.gathered}: it isn't sent by itself but within another mail. */
  record DispatchGathered(DispatchId dispatch, DispatchId digest, Instant at)
      implements DispatchEvent {}

  /** {@code dispatch.sent-within}: the mail server has that other mail. */
  record SentWithin(DispatchId dispatch, DispatchId digest, Instant at) implements DispatchEvent {}

  /** {@code dispatch.send-again}. */
  record SendAgainDecided(DispatchId dispatch, AccountId by, Instant at) implements DispatchEvent {}

  /** {@code dispatch.left}: a person decided that nothing more is done about it. */
  record DispatchLeft(DispatchId dispatch, AccountId by, Instant at) implements DispatchEvent {}
}
