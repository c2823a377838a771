package org.uitrol.application.campaign.view;

import java.time.Instant;
import org.uitrol.application.campaign.Plans;
import org.uitrol.domain.shared.AccountId;

/** One plan version: who wrote it and when. The plan itself is in {@link Plans}. */
public record VersionRow(int version, AccountId author, Instant at) {}
