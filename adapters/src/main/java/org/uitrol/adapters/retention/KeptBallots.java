package org.uitrol.adapters.retention;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.retention.Promises;
import org.uitrol.application.retention.Promises.Promise;
import org.uitrol.application.retention.port.RetainedData;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.campaign.consultation.MeasureRule;
import org.uitrol.domain.retention.HeldBack;
import org.uitrol.domain.retention.RetainedKind;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/**
 * Ballots of surveys: as long as the registers say, of several the longest. What was told of a
 * survey stands in events and stays. Ballots of which nothing was told yet stay, and so do those of
 * a campaign that is under way.
 */
final class KeptBallots implements RetainedData {

  private final JdbcClient jdbc;
  private final Promises promises;
  private final RolloutStore rollouts;
  private final CampaignStore campaigns;

  KeptBallots(JdbcClient jdbc, Promises promises, RolloutStore rollouts, CampaignStore campaigns) {
    this.jdbc = jdbc;
    this.promises = promises;
    this.rollouts = rollouts;
    this.campaigns = campaigns;
  }

  @Override
  public RetainedKind kind() {
    return RetainedKind.BALLOTS;
  }

  @Override
  public Period keep() {
    return Period.ofMonths(
        promises.about(MeasureKind.ANSWERS).stream()
            .mapToInt(Promise::months)
            .max()
            .orElse(MeasureRule.USUAL.keep()));
  }

  private record Box(SurveyId survey, RolloutId rollout, boolean told, int ballots) {}

  @Override
  public Removal remove(Instant before, Instant at) {
    int removed = 0;
    Map<HeldBack, Integer> held = new EnumMap<>(HeldBack.class);
    for (Box box : past(before)) {
      if (!box.told) {
        held.merge(HeldBack.UNDECIDED, box.ballots, Integer::sum);
      } else if (isUnderWay(box.rollout)) {
        held.merge(HeldBack.CAMPAIGN_NEEDS_IT, box.ballots, Integer::sum);
      } else {
        jdbc.sql("delete from ballot_urn where survey_id = :survey")
            .param("survey", box.survey.value())
            .update();
        removed += box.ballots;
      }
    }
    return new Removal(removed, held);
  }

  /** The counts of a survey are kept until its results are told. */
  private List<Box> past(Instant before) {
    return jdbc.sql(
            """
            select s.survey, s.rollout, b.counts is null as told, sum(u.size) as ballots
            from view_survey s
            join ballot_box b on b.survey_id = s.survey and not b.is_open
            join ballot_urn u on u.survey_id = s.survey
            where not s.open and s.closes_at < :before
            group by s.survey, s.rollout, b.counts is null having sum(u.size) > 0
            order by s.survey
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Box(
                    new SurveyId(row.getString("survey")),
                    new RolloutId(row.getString("rollout")),
                    row.getBoolean("told"),
                    row.getInt("ballots")))
        .list();
  }

  private boolean isUnderWay(RolloutId rollout) {
    return rollouts
        .find(rollout)
        .flatMap(row -> campaigns.find(row.campaign()))
        .filter(campaign -> campaign.status().isUnderWay())
        .isPresent();
  }
}
