package org.uitrol.domain.communication;

import java.time.Instant;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/** What can be asked of a person's consent to mail. */
public sealed interface MailConsentCommand extends Command {

  PersonId person();

  @Override
  default StreamId target() {
    return StreamId.of("consent", person());
  }

  /** The person wants no optional mail any more. */
  record OptOut(PersonId person, Instant at) implements MailConsentCommand {}

  /** The person wants optional mail again. */
  record OptIn(PersonId person, Instant at) implements MailConsentCommand {}
}
