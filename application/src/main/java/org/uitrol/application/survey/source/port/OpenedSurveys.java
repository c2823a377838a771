package org.uitrol.application.survey.source.port;

import java.util.List;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.SurveyId;

/** Which surveys an activity has opened. */
@FunctionalInterface
public interface OpenedSurveys {

  /** Those of all departments, by when they opened. */
  List<Opened> of(CampaignId campaign, String activity);

  /** A survey and its department. */
  record Opened(SurveyId survey, DepartmentId department) {}
}
