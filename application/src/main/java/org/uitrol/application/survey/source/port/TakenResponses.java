package org.uitrol.application.survey.source.port;

import java.util.Collection;
import java.util.function.Predicate;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.SurveyId;

/**
 * Remembers which responses of a source were taken over, so that none counts twice: by keyed hashes
 * alone, without an order, a moment or whose they are, and only as long as their survey takes
 * answers. Takes part in the caller's transaction.
 */
public interface TakenResponses {

  /** Which ids of responses, or of messages, were taken over from that source. */
  Predicate<String> of(AnswerSourceId source);

  void add(AnswerSourceId source, SurveyId survey, Collection<String> responses);

  /** Forgets those of one survey. */
  void forget(SurveyId survey);

  /** Forgets those of one source. */
  void forget(AnswerSourceId source);
}
