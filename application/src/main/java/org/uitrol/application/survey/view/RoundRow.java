package org.uitrol.application.survey.view;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ResultsId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.ResultSheet;

/**
 * A round of surveys of which the results were told, with all that is ever told of them.
 *
 * @param round counts from 1 within the activity
 */
public record RoundRow(
    ResultsId results,
    CampaignId campaign,
    String activity,
    int round,
    List<ClosedSurvey> surveys,
    SurveyPlan plan,
    int smallestGroup,
    ResultSheet sheet,
    Instant toldAt) {

  public RoundRow {
    surveys = List.copyOf(surveys);
  }

  public boolean tells(SurveyId survey) {
    return surveys.stream().anyMatch(one -> one.survey().equals(survey));
  }
}
