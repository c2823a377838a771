package org.uitrol.domain.adoption;

import java.time.Instant;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageLookId;

/** What can be asked of a look. */
public sealed interface UsageLookCommand extends Command {

  UsageLookId look();

  @Override
  default UsageLookId target() {
    return look();
  }

  /**
   * Looks at one person's use.
   *
   * @param campaign whose plan and consultation allow it
   */
  record LookAtUse(
      UsageLookId look,
      CampaignId campaign,
      PersonId person,
      AccountId by,
      LookReason reason,
      Instant at)
      implements UsageLookCommand {}
}
