package org.uitrol.domain.concern;

import java.util.List;

/**
 * How a campaign deals with concerns.
 *
 * @param answerWithin working days within which an answer is owed, 1 or more
 * @param mustAnswer concerns of these categories keep gates closed until they are answered
 */
public record ConcernRule(int answerWithin, List<ConcernCategory> mustAnswer) {

  /** What holds where a plan says nothing. */
  public static final ConcernRule DEFAULT = new ConcernRule(5, List.of());

  public ConcernRule {
    mustAnswer = List.copyOf(mustAnswer);
    if (answerWithin < 1) {
      throw new IllegalArgumentException("an answer takes time");
    }
  }
}
