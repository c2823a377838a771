package org.uitrol.application.campaign.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Copies;
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
 * @param amendment what was written while it runs and isn't in force yet
 * @param consulted versions about which the works council has had its say
 * @param answers what was answered besides what the plan answers
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
    List<VersionRow> versions,
    @Nullable AmendmentRow amendment,
    Set<Integer> consulted,
    Map<Disclosure, Text> answers) {

  @SuppressWarnings("ConstantValue") // Rows from before there were consultations and answers.
  public CampaignRow {
    consulted = consulted == null ? Set.of() : Set.copyOf(consulted);
    answers = answers == null ? Map.of() : Map.copyOf(answers);
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

  CampaignRow amending(@Nullable AmendmentRow next) {
    return new CampaignRow(
        campaign,
        title,
        tool,
        status,
        version,
        author,
        submittedBy,
        approvedBy,
        zone,
        draftedAt,
        launchedAt,
        waves,
        versions,
        next,
        consulted,
        answers);
  }

  CampaignRow written(VersionRow one) {
    return new CampaignRow(
        campaign,
        title,
        tool,
        status,
        version,
        author,
        submittedBy,
        approvedBy,
        zone,
        draftedAt,
        launchedAt,
        waves,
        Copies.with(versions.stream().filter(v -> v.version() != one.version()).toList(), one),
        amendment,
        consulted,
        answers);
  }

  /** The amendment is in force: the campaign is about it from now on. */
  CampaignRow amended(AmendmentRow taken, List<WaveRow> members) {
    return new CampaignRow(
        campaign,
        taken.title(),
        taken.tool(),
        status,
        taken.version(),
        taken.author(),
        taken.submittedBy(),
        taken.approvedBy(),
        zone,
        taken.draftedAt(),
        launchedAt,
        members,
        versions,
        null,
        consulted,
        answers);
  }

  CampaignRow told(Set<Integer> nextConsulted, Map<Disclosure, Text> nextAnswers) {
    return new CampaignRow(
        campaign,
        title,
        tool,
        status,
        version,
        author,
        submittedBy,
        approvedBy,
        zone,
        draftedAt,
        launchedAt,
        waves,
        versions,
        amendment,
        nextConsulted,
        nextAnswers);
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
        versions,
        amendment,
        consulted,
        answers);
  }
}
