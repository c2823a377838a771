package org.uitrol.domain.adoption;

import java.time.Instant;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageLookId;

/** That somebody looked at one person's use; what was seen stands in no event. */
public sealed interface UsageLookEvent extends DomainEvent {

  UsageLookId look();

  /** {@code usage.looked-at}. */
  record UseLookedAt(
      UsageLookId look,
      CampaignId campaign,
      PersonId person,
      AccountId by,
      LookReason reason,
      Instant at)
      implements UsageLookEvent {}
}
