package org.uitrol.domain.communication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/** What happened to a person's address. */
public sealed interface AddressEvent extends DomainEvent {

  PersonId person();

  /** {@code address.returned}: a mail to it came back. */
  record MailReturned(
      PersonId person,
      DispatchId dispatch,
      boolean hard,
      String status,
      @Nullable Instant worked,
      Instant at)
      implements AddressEvent {}

  /** {@code address.suppressed}: no mail goes there until it is released. */
  record AddressSuppressed(PersonId person, Why why, String status, Instant at)
      implements AddressEvent {}

  /** {@code address.released}: by somebody, or since the person has another one. */
  record AddressReleased(PersonId person, @Nullable AccountId by, Instant at)
      implements AddressEvent {}

  /** Why no mail goes to an address. */
  enum Why {
    /** It doesn't exist. */
    WRONG,
    /** Mail to it has come back for too long. */
    RETURNS
  }
}
