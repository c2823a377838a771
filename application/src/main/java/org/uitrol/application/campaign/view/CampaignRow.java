package org.uitrol.application.campaign.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Text;

/**
 * A campaign at a glance.
 *
 * @param tool what is rolled out
 * @param version the plan version that the status is about; versions count from 1
 * @param author who wrote that version
 * @param submittedBy who asked for its approval, once somebody did
 * @param approvedBy who approved it, once somebody did
 * @param zone in which the campaign's days and hours are meant
 * @param draftedAt when that version was written
 * @param launchedAt when it was launched, once it was
 * @param waves in the order of the plan; the departments of a wave are known from the launch on
 * @param versions all plan versions, the first one first
 */
public record CampaignRow(
    CampaignId campaign,
    Text title,
    String tool,
    CampaignStatus status,
    int version,
    AccountId author,
    @Nullable AccountId submittedBy,
    @Nullable AccountId approvedBy,
    ZoneId zone,
    Instant draftedAt,
    @Nullable Instant launchedAt,
    List<WaveRow> waves,
    List<VersionRow> versions) {

  public CampaignRow {
    waves = List.copyOf(waves);
    versions = List.copyOf(versions);
  }
}
