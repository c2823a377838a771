package org.uitrol.domain.survey.result;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.ResultsId;
import org.uitrol.domain.survey.SurveyPlan;

/** What can be asked of results. */
public sealed interface ResultsCommand extends Command {

  /**
   * Tells a round of closed surveys with the same questions, once and for ever.
   *
   * @param smallestGroup the largest of those that were promised
   */
  record TellResults(
      CampaignId campaign,
      String activity,
      SurveyPlan plan,
      int smallestGroup,
      List<ClosedSurvey> surveys,
      Instant at)
      implements ResultsCommand {

    public TellResults {
      surveys = List.copyOf(surveys);
    }

    @Override
    public ResultsId target() {
      return ResultsId.of(campaign, activity);
    }
  }
}
