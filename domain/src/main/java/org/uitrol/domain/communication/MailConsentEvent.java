package org.uitrol.domain.communication;

import java.time.Instant;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/** What happened to a person's consent to mail. */
public sealed interface MailConsentEvent extends DomainEvent {

  PersonId person();

  /** {@code consent.withdrawn}: no optional mail from now on. */
  record ConsentWithdrawn(PersonId person, Instant at) implements MailConsentEvent {}

  /** {@code consent.given}: optional mail again. */
  record ConsentGiven(PersonId person, Instant at) implements MailConsentEvent {}
}
