package org.uitrol.domain.session;

import java.time.Instant;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/** What happened to the link to a person's sessions. */
public sealed interface CalendarFeedEvent extends DomainEvent {

  PersonId person();

  /** {@code feed.opened}: there is a link, the only one that is good. */
  record FeedOpened(PersonId person, int number, Instant at) implements CalendarFeedEvent {}

  /** {@code feed.withdrawn}: no link is good any more. */
  record FeedWithdrawn(PersonId person, int number, Instant at) implements CalendarFeedEvent {}
}
