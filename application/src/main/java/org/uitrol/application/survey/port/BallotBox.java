package org.uitrol.application.survey.port;

import java.util.List;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;

/**
 * Keeps answers apart from who gave them (decision 0011): without a person, a time or an order.
 * Takes part in the caller's transaction; safe for many threads.
 */
public interface BallotBox {

  /** Makes an empty box; a second time changes nothing. */
  void open(SurveyId survey);

  /**
   * Puts a ballot in.
   *
   * @throws org.uitrol.domain.shared.Rejected {@code SURVEY_CLOSED} when the box is closed or there
   *     is none
   */
  void cast(SurveyId survey, Ballot ballot);

  /** Closes the box; no ballot goes in any more. A second time gives the same ballots. */
  List<Ballot> close(SurveyId survey);
}
