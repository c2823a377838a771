package org.uitrol.domain.session;

import java.time.Instant;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/** What can be asked of the link to a person's sessions. */
public sealed interface CalendarFeedCommand extends Command {

  PersonId person();

  @Override
  default StreamId target() {
    return StreamId.of("feed", person());
  }

  /** The person wants a link, and the one before to end. */
  record OpenFeed(PersonId person, Instant at) implements CalendarFeedCommand {}

  /** The person wants no link any more. */
  record WithdrawFeed(PersonId person, Instant at) implements CalendarFeedCommand {}
}
