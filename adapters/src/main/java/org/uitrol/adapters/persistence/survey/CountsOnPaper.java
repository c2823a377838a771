package org.uitrol.adapters.persistence.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uitrol.domain.survey.result.Breakdown;
import org.uitrol.domain.survey.result.Counts;
import org.uitrol.domain.survey.result.Counts.Answered;
import org.uitrol.domain.survey.result.Counts.Given;
import org.uitrol.domain.survey.result.Group;
import org.uitrol.domain.survey.result.Traits;

/** Counts as they are written down before they are sealed. */
record CountsOnPaper(List<Line> given, List<People> answered) {

  /** How often a group gave an answer. */
  record Line(String question, Breakdown by, String value, String choice, int count) {}

  /** How many people with the same traits answered. */
  record People(String question, Map<Breakdown, String> traits, int count) {}

  @Override
  public String toString() {
    return "CountsOnPaper";
  }

  static CountsOnPaper of(Counts counts) {
    List<Line> given = new ArrayList<>();
    counts
        .given()
        .forEach(
            (one, count) ->
                given.add(
                    new Line(
                        one.question(),
                        one.group().by(),
                        one.group().value(),
                        one.choice(),
                        count)));
    List<People> answered = new ArrayList<>();
    counts
        .answered()
        .forEach(
            (one, count) -> answered.add(new People(one.question(), one.traits().values(), count)));
    return new CountsOnPaper(given, answered);
  }

  Counts read() {
    Map<Given, Integer> counts = new HashMap<>();
    for (Line line : given) {
      counts.put(
          new Given(line.question(), new Group(line.by(), line.value()), line.choice()),
          line.count());
    }
    Map<Answered, Integer> people = new HashMap<>();
    for (People one : answered) {
      people.put(new Answered(one.question(), new Traits(one.traits())), one.count());
    }
    return new Counts(counts, people);
  }
}
