package org.uitrol.domain.survey;

import java.util.Map;

/**
 * What a ballot box tells when a survey closes.
 *
 * @param ballots how many were cast
 * @param answered how many ballots answer a question, by question
 * @param means the mean answer to each scale, by question
 * @param brought how many of the ballots that answer a question were given elsewhere, by question
 */
public record Tally(
    int ballots,
    Map<String, Integer> answered,
    Map<String, Double> means,
    Map<String, Integer> brought) {

  public Tally {
    answered = Map.copyOf(answered);
    means = Map.copyOf(means);
    brought = Map.copyOf(brought);
  }

  /** All were given here. */
  public Tally(int ballots, Map<String, Integer> answered, Map<String, Double> means) {
    this(ballots, answered, means, Map.of());
  }

  /** The same, of which so many were given elsewhere. */
  public Tally of(Map<String, Integer> givenElsewhere) {
    return new Tally(ballots, answered, means, givenElsewhere);
  }

  /**
   * Whether too few answered a question for a group of that size. Whoever brought answers along has
   * read them: those that were given here must be enough by themselves, or none (decision 0037).
   */
  boolean isTooFew(String question, int smallestGroup) {
    int all = answered.getOrDefault(question, 0);
    int here = all - brought.getOrDefault(question, 0);
    return all < smallestGroup || (here > 0 && here < smallestGroup);
  }
}
