package org.uitrol.adapters.persistence.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.survey.result.Breakdown;
import org.uitrol.domain.survey.result.Counts;
import org.uitrol.domain.survey.result.Counts.Answered;
import org.uitrol.domain.survey.result.Counts.Given;
import org.uitrol.domain.survey.result.Group;
import org.uitrol.domain.survey.result.Traits;

/** Counts as they are written down before they are sealed. */
record CountsOnPaper(List<Line> given, List<People> answered, @Nullable List<People> brought) {

  /** What was written down before answers could be given elsewhere says nothing of them. */
  CountsOnPaper {
    given = List.copyOf(given);
    answered = List.copyOf(answered);
    brought = brought == null ? List.of() : List.copyOf(brought);
  }

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
    return new CountsOnPaper(given, people(counts.answered()), people(counts.brought()));
  }

  private static List<People> people(Map<Answered, Integer> some) {
    List<People> people = new ArrayList<>();
    some.forEach(
        (one, count) -> people.add(new People(one.question(), one.traits().values(), count)));
    return people;
  }

  Counts read() {
    Map<Given, Integer> counts = new HashMap<>();
    for (Line line : given) {
      counts.put(
          new Given(line.question(), new Group(line.by(), line.value()), line.choice()),
          line.count());
    }
    return new Counts(counts, counts(answered), counts(Objects.requireNonNull(brought)));
  }

  private static Map<Answered, Integer> counts(List<People> some) {
    Map<Answered, Integer> people = new HashMap<>();
    for (People one : some) {
      people.put(new Answered(one.question(), new Traits(one.traits())), one.count());
    }
    return people;
  }
}
