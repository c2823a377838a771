package org.uitrol.domain.survey.result;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;

/**
 * What a group answered, in bands.
 *
 * @param people how many answered
 * @param steps how far above the lowest point of a scale their answers are together
 * @param shares how many gave each answer
 */
record Bands(int people, Band steps, SortedMap<String, Band> shares) {

  /** The bands of a group that gave each answer so many times. */
  static Bands of(Question question, Map<String, Integer> answers) {
    int people = answers.values().stream().mapToInt(Integer::intValue).sum();
    int steps = 0;
    if (question.kind() == Kind.SCALE) {
      for (Map.Entry<String, Integer> answer : answers.entrySet()) {
        steps += (Integer.parseInt(answer.getKey()) - 1) * answer.getValue();
      }
    }
    SortedMap<String, Band> shares = new TreeMap<>();
    for (String answer : ResultSheet.possible(question)) {
      shares.put(answer, Band.of(answers.getOrDefault(answer, 0), people));
    }
    return new Bands(people, Band.of(steps, people * Math.max(0, question.points() - 1)), shares);
  }

  static Bands sum(List<Bands> all) {
    int people = 0;
    Band steps = new Band(0, 0);
    SortedMap<String, Band> shares = new TreeMap<>();
    for (Bands one : all) {
      people += one.people;
      steps = steps.plus(one.steps);
      one.shares.forEach((answer, band) -> shares.merge(answer, band, Band::plus));
    }
    return new Bands(people, steps, shares);
  }
}
