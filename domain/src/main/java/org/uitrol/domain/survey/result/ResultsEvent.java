package org.uitrol.domain.survey.result;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.ResultsId;
import org.uitrol.domain.survey.SurveyPlan;

/** What happened to results. */
public sealed interface ResultsEvent extends DomainEvent {

  ResultsId results();

  /**
   * {@code results.told}: all that is ever told of these surveys.
   *
   * @param round counts from 1
   */
  record ResultsTold(
      ResultsId results,
      CampaignId campaign,
      String activity,
      int round,
      List<ClosedSurvey> surveys,
      SurveyPlan plan,
      int smallestGroup,
      ResultSheet sheet,
      Instant at)
      implements ResultsEvent {

    public ResultsTold {
      surveys = List.copyOf(surveys);
    }
  }
}
