package org.uitrol.adapters.web.me;

import org.uitrol.application.survey.view.SurveyRow;

/**
 * A survey that the person can still answer.
 *
 * @param path where
 */
record OwnSurvey(SurveyRow survey, String path) {}
