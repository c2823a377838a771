package org.uitrol.domain.survey.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;

/** All that is ever told of a round of surveys: one table for each question. */
public record ResultSheet(List<QuestionResult> questions) {

  /** How many people are told as one band: five to nine, ten to fourteen. */
  private static final int PEOPLE_STEP = 5;

  public ResultSheet {
    questions = List.copyOf(questions);
  }

  public Optional<QuestionResult> of(String question) {
    return questions.stream().filter(one -> one.question().equals(question)).findFirst();
  }

  /**
   * What may be told.
   *
   * @param smallest the smallest group that was promised
   * @param counts what lies in the closed boxes, by the department's rollout
   */
  public static ResultSheet of(SurveyPlan plan, int smallest, Map<String, Counts> counts) {
    Map<Crowd, Suppression> known = new HashMap<>();
    SortedMap<String, Counts> departments = new TreeMap<>();
    counts.forEach((department, ballots) -> departments.put(department, ballots.of(department)));
    List<QuestionResult> results = new ArrayList<>();
    for (Question question : plan.items()) {
      if (question.kind() != Kind.TEXT) {
        Crowd crowd = Crowd.of(Counts.sum(departments.values()), question.id());
        Suppression chosen = known.computeIfAbsent(crowd, some -> Suppression.of(some, smallest));
        List<Counts> counted = new ArrayList<>();
        departments.forEach(
            (department, ballots) -> {
              if (!chosen.leftOut().contains(department)) {
                counted.add(ballots);
              }
            });
        results.add(result(question, smallest, Counts.sum(counted), chosen));
      }
    }
    return new ResultSheet(results);
  }

  private static QuestionResult result(
      Question question, int smallest, Counts counts, Suppression chosen) {
    Map<Group, Bands> bands = new TreeMap<>();
    for (Group group : chosen.told()) {
      if (group.by() != Breakdown.EVERYBODY) {
        bands.put(group, Bands.of(question, counts.of(question.id(), group)));
      }
    }
    if (chosen.told().contains(Group.EVERYBODY)) {
      bands.put(Group.EVERYBODY, everybody(question, counts, bands));
    }
    List<GroupResult> groups = new ArrayList<>();
    bands.forEach((group, one) -> groups.add(result(question, smallest, group, one)));
    return new QuestionResult(question.id(), groups, chosen.withheld(), chosen.leftOut().size());
  }

  /**
   * The bands of the departments added up, with those of departments that aren't told as one: so
   * everybody together tells nothing that departments don't.
   */
  private static Bands everybody(Question question, Counts counts, Map<Group, Bands> told) {
    Map<String, Integer> rest = new TreeMap<>(counts.of(question.id(), Group.EVERYBODY));
    List<Bands> parts = new ArrayList<>();
    told.forEach(
        (group, bands) -> {
          if (group.by() == Breakdown.DEPARTMENT) {
            parts.add(bands);
            counts
                .of(question.id(), group)
                .forEach((answer, count) -> rest.merge(answer, -count, Integer::sum));
          }
        });
    if (rest.values().stream().anyMatch(count -> count > 0)) {
      parts.add(Bands.of(question, rest));
    }
    return Bands.sum(parts);
  }

  private static GroupResult result(Question question, int smallest, Group group, Bands bands) {
    boolean shared =
        group.by() == Breakdown.EVERYBODY
            || (group.by() == Breakdown.DEPARTMENT && bands.people() >= 2 * smallest);
    int from = bands.people() / PEOPLE_STEP * PEOPLE_STEP;
    return new GroupResult(
        group,
        new Band(Math.max(from, smallest), from + PEOPLE_STEP - 1),
        question.kind() == Kind.SCALE ? Score.of(bands.steps(), bands.people()) : null,
        shared ? bands.shares() : Collections.emptySortedMap());
  }

  /** The answers that a question can have, in their order. */
  public static List<String> possible(Question question) {
    if (question.kind() == Kind.CHOICE) {
      return question.choices().stream().map(Choice::id).toList();
    }
    List<String> points = new ArrayList<>();
    for (int point = 1; point <= question.points(); point++) {
      points.add("" + point);
    }
    return points;
  }
}
