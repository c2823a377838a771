package org.uitrol.domain.survey.result;

import static org.uitrol.domain.testing.Plans.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;

/** People who answered one question, with what is known of them. */
record Town(List<Person> people) {

  static final int POINTS = 3;
  static final Question WORRY = scale("worry", POINTS);
  static final SurveyPlan PLAN = new SurveyPlan(text("Ready?"), null, List.of(WORRY));

  /** Somebody's place; an answer of nought is none. */
  record Person(int department, int function, int seniority, int location, int leads, int answer) {

    Traits traits() {
      Map<Breakdown, String> values = new TreeMap<>();
      put(values, Breakdown.FUNCTION, function);
      put(values, Breakdown.SENIORITY, seniority);
      put(values, Breakdown.LOCATION, location);
      put(values, Breakdown.LEADING, leads);
      return new Traits(values);
    }

    boolean isIn(Group group) {
      return group.by() == Breakdown.EVERYBODY
          || (group.by() == Breakdown.DEPARTMENT
              ? group.value().equals("d" + department)
              : group.value().equals(traits().values().get(group.by())));
    }

    private static void put(Map<Breakdown, String> values, Breakdown by, int value) {
      if (value > 0) {
        values.put(by, "" + value);
      }
    }
  }

  static Question scale(String id, int points) {
    return new Question(
        id, Kind.SCALE, text(id), points, text("no"), text("yes"), List.of(), false, false);
  }

  static Arbitrary<Town> any(int least, int most) {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 2),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just(0)),
                net.jqwik.api.Tuple.of(6, Arbitraries.integers().between(1, POINTS)),
                net.jqwik.api.Tuple.of(6, Arbitraries.just(1))))
        .as(Person::new)
        .list()
        .ofMinSize(least)
        .ofMaxSize(most)
        .map(Town::new);
  }

  /** So few kinds of people that all their answers can be gone through; often all the same. */
  static Arbitrary<Town> few() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, POINTS))
        .as((department, function, leads, answer) -> List.of(department, function, leads, answer))
        .list()
        .ofMinSize(5)
        .ofMaxSize(15)
        .flatMap(
            people ->
                Arbitraries.integers()
                    .between(0, POINTS)
                    .map(
                        same ->
                            new Town(
                                people.stream()
                                    .map(
                                        one ->
                                            new Person(
                                                one.get(0),
                                                one.get(1),
                                                0,
                                                0,
                                                Math.max(1, one.get(2)),
                                                same == 0 ? one.get(3) : same))
                                    .toList())));
  }

  List<Person> answering() {
    return people.stream().filter(one -> one.answer() > 0).toList();
  }

  Map<String, Counts> counts() {
    Map<String, Counts> counts = new HashMap<>();
    for (Person one : people) {
      Ballot ballot = new Ballot(one.answer() == 0 ? Map.of() : Map.of("worry", "" + one.answer()));
      counts.merge(
          "d" + one.department(),
          Counts.NONE.with(PLAN.counted(), ballot, one.traits()),
          (all, more) -> Counts.sum(List.of(all, more)));
    }
    return counts;
  }

  QuestionResult told(int smallest) {
    return ResultSheet.of(PLAN, smallest, counts()).questions().get(0);
  }

  /** What would be told if every group that is large enough by itself were, and nothing else. */
  List<Group> largeEnough(int smallest) {
    List<Group> groups = new ArrayList<>();
    Map<Group, Integer> sizes = new TreeMap<>();
    for (Person one : answering()) {
      one.traits()
          .with(Breakdown.DEPARTMENT, "d" + one.department())
          .groups()
          .forEach(group -> sizes.merge(group, 1, Integer::sum));
    }
    sizes.forEach(
        (group, size) -> {
          if (size >= smallest) {
            groups.add(group);
          }
        });
    return groups;
  }
}
