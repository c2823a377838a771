package org.uitrol.application.adoption.view;

import java.time.Instant;
import org.uitrol.domain.adoption.LookReason;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageLookId;

/** That somebody looked at one person's use. */
public record LookRow(
    UsageLookId look,
    CampaignId campaign,
    PersonId person,
    AccountId by,
    LookReason reason,
    Instant at) {}
