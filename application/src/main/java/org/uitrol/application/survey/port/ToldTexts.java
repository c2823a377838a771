package org.uitrol.application.survey.port;

import java.util.List;
import org.uitrol.domain.shared.ResultsId;

/**
 * What people wrote in surveys and may be shown (decision 0031), in no order and without anything
 * of who wrote it. Sealed, and in no event. Takes part in the caller's transaction.
 */
public interface ToldTexts {

  /** Keeps the texts of one question of a round; a second time changes nothing. */
  void keep(ResultsId results, int round, String question, List<String> texts);

  /** What is shown of a question; empty when nothing is. */
  List<String> of(ResultsId results, int round, String question);
}
