package org.uitrol.application.simulation;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyPlan;

/** What answers tell in a world: never more than was told in fact. */
final class Answers {

  private static final String RESPONSES = "responses.";

  private Answers() {}

  /**
   * A survey that closes as it did in fact, as far as it asks the same.
   *
   * @param closed as a world closes it
   * @param told what was told in fact
   * @param plan what it asks in that world
   */
  static SurveyClosed told(SurveyClosed closed, SurveyClosed told, SurveyPlan plan) {
    Set<String> asked = plan.tells();
    SortedMap<String, Double> outcome = new TreeMap<>();
    for (Map.Entry<String, Double> fact : told.outcome().entrySet()) {
      if (fact.getKey().startsWith(RESPONSES) || asked.contains(fact.getKey())) {
        outcome.put(fact.getKey(), fact.getValue());
      }
    }
    return new SurveyClosed(
        closed.survey(),
        closed.rollout(),
        closed.activity(),
        outcome,
        told.withheld(),
        closed.at());
  }
}
