package org.uitrol.domain.adoption;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.UsageLookCommand.LookAtUse;
import org.uitrol.domain.adoption.UsageLookEvent.UseLookedAt;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageLookId;

/** A look at one person's use: whoever wants to see it leaves word before anything is shown. */
public record UsageLook(UsageLookId id, PersonId person, AccountId by, Instant at) {

  /** Sending the form twice is one look. */
  public static List<UsageLookEvent> look(@Nullable UsageLook look, LookAtUse command) {
    return look != null
        ? List.of()
        : List.of(
            new UseLookedAt(
                command.look(),
                command.campaign(),
                command.person(),
                command.by(),
                command.reason(),
                command.at()));
  }

  /** The state after one event. */
  public static UsageLook evolve(@Nullable UsageLook look, UsageLookEvent event) {
    if (event instanceof UseLookedAt looked) {
      return new UsageLook(looked.look(), looked.person(), looked.by(), looked.at());
    }
    throw new IllegalStateException("a look doesn't know " + event);
  }
}
