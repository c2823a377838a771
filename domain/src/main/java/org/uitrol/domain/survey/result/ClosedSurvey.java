package org.uitrol.domain.survey.result;

import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/**
 * A survey of one department that is closed.
 *
 * @param invited how many people were asked
 */
public record ClosedSurvey(SurveyId survey, RolloutId rollout, int invited) {}
