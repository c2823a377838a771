package org.uitrol.domain.communication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/** What can be asked of a person's address. */
public sealed interface AddressCommand extends Command {

  PersonId person();

  @Override
  default StreamId target() {
    return StreamId.of("address", person());
  }

  /**
   * A mail to it came back.
   *
   * @param hard whether the address itself is wrong
   * @param status the enhanced status code of RFC 3463
   * @param worked when a mail to it last got through for all that is known; null when none did
   */
  record ReportReturn(
      PersonId person,
      DispatchId dispatch,
      boolean hard,
      String status,
      @Nullable Instant worked,
      Instant at)
      implements AddressCommand {}

  /**
   * Mail may go there again.
   *
   * @param by who decided so; null when the person has another address now
   */
  record ReleaseAddress(PersonId person, @Nullable AccountId by, Instant at)
      implements AddressCommand {}
}
