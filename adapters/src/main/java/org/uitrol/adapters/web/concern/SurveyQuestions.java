package org.uitrol.adapters.web.concern;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.survey.port.ToldTexts;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ResultsId;

/** What somebody wrote in a survey, taken as a question of somebody who stays unknown. */
@Component
class SurveyQuestions {

  private final ToldTexts texts;

  SurveyQuestions(ToldTexts texts) {
    this.texts = texts;
  }

  /**
   * One of the texts that the results of a round show.
   *
   * @param number of the text among those of the question, from 0
   * @return empty when it isn't shown
   */
  Optional<String> find(
      CampaignId campaign, String activity, int round, String question, int number) {
    List<String> shown = texts.of(ResultsId.of(campaign, activity), round, question);
    return number < 0 || number >= shown.size()
        ? Optional.empty()
        : Optional.of(shortened(shown.get(number)));
  }

  private static String shortened(String text) {
    return text.length() <= Concerns.LONGEST_QUESTION
        ? text
        : text.substring(0, Concerns.LONGEST_QUESTION);
  }
}
