package org.uitrol.domain.survey;

import java.util.Map;

/**
 * What a ballot box tells when a survey closes.
 *
 * @param ballots how many were cast
 * @param answered how many ballots answer a question, by question
 * @param means the mean answer to each scale, by question
 */
public record Tally(int ballots, Map<String, Integer> answered, Map<String, Double> means) {

  public Tally {
    answered = Map.copyOf(answered);
    means = Map.copyOf(means);
  }
}
