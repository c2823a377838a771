package org.uitrol.application.campaign.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
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

  CampaignRow in(CampaignStatus next) {
    return with(next, submittedBy, approvedBy, launchedAt, waves);
  }

  CampaignRow reviewed(@Nullable AccountId submitter, @Nullable AccountId approver) {
    return with(status, submitter, approver, launchedAt, waves);
  }

  CampaignRow launched(Instant when, List<WaveRow> members) {
    return with(status, submittedBy, approvedBy, when, members);
  }

  CampaignRow wave(String name, UnaryOperator<WaveRow> change) {
    return with(
        status,
        submittedBy,
        approvedBy,
        launchedAt,
        waves.stream().map(one -> one.wave().equals(name) ? change.apply(one) : one).toList());
  }

  private CampaignRow with(
      CampaignStatus nextStatus,
      @Nullable AccountId submitter,
      @Nullable AccountId approver,
      @Nullable Instant launch,
      List<WaveRow> nextWaves) {
    return new CampaignRow(
        campaign,
        title,
        tool,
        nextStatus,
        version,
        author,
        submitter,
        approver,
        zone,
        draftedAt,
        launch,
        nextWaves,
        versions);
  }
}
