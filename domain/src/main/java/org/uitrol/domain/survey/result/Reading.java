package org.uitrol.domain.survey.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.survey.Aspect;
import org.uitrol.domain.survey.Cause;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;

/**
 * What follows from results that were told: intervals, what holds people back most, and in which
 * order departments could go. It reads the sheet alone, so it tells nothing that the sheet doesn't.
 */
public record Reading(SurveyPlan plan, ResultSheet sheet, List<ClosedSurvey> surveys) {

  private static final double LARGEST = 5;

  public Reading {
    surveys = List.copyOf(surveys);
  }

  /** How far along a part of readiness is, from 1 to 5. */
  public record Progress(Aspect aspect, double score) {}

  /** How strongly something holds people back, from 1 to 5. */
  public record Strength(Cause cause, double strength) {}

  /**
   * How ready a department is.
   *
   * @param department its rollout
   * @param score the mean of the questions about readiness, on a scale of 1 to 5
   * @param holdsBack what holds it back most, when that is known
   */
  public record Readiness(String department, double score, @Nullable Strength holdsBack) {}

  /** The interval of a group's mean; empty of a choice, or when everybody's isn't told. */
  public Optional<Interval> interval(Question question, GroupResult group) {
    Score score = group.score();
    Optional<GroupResult> everybody =
        sheet.of(question.id()).flatMap(one -> one.of(Group.EVERYBODY));
    if (score == null || everybody.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Interval.of(
            score,
            group.people().low(),
            everybody.get().spread(),
            question.points(),
            asked(question, group.group())));
  }

  private @Nullable Integer asked(Question question, Group group) {
    if (group.by() == Breakdown.DEPARTMENT) {
      return surveys.stream()
          .filter(one -> one.rollout().value().equals(group.value()))
          .map(ClosedSurvey::invited)
          .findFirst()
          .orElse(null);
    }
    boolean all = sheet.of(question.id()).filter(one -> one.leftOut() == 0).isPresent();
    return group.by() == Breakdown.EVERYBODY && all
        ? surveys.stream().mapToInt(ClosedSurvey::invited).sum()
        : null;
  }

  /** What holds a group back, strongest first. */
  public List<Strength> causes(Group group) {
    Map<Cause, List<Double>> found = new EnumMap<>(Cause.class);
    for (Question question : plan.items()) {
      Cause cause = question.cause();
      if (cause != null) {
        toFive(question, group)
            .ifPresent(
                strength -> found.computeIfAbsent(cause, one -> new ArrayList<>()).add(strength));
      }
    }
    List<Strength> causes = new ArrayList<>();
    found.forEach((cause, strengths) -> causes.add(new Strength(cause, mean(strengths))));
    causes.sort(Comparator.comparingDouble(Strength::strength).reversed());
    return causes;
  }

  /** How far along each part of readiness is in a group, in the order of the model. */
  public List<Progress> aspects(Group group) {
    Map<Aspect, List<Double>> found = new EnumMap<>(Aspect.class);
    for (Question question : plan.items()) {
      Aspect aspect = question.aspect();
      if (aspect != null) {
        toFive(question, group)
            .ifPresent(score -> found.computeIfAbsent(aspect, one -> new ArrayList<>()).add(score));
      }
    }
    List<Progress> aspects = new ArrayList<>();
    found.forEach((aspect, scores) -> aspects.add(new Progress(aspect, mean(scores))));
    return aspects;
  }

  /**
   * The departments of which readiness is told, readiest first: those that are sceptical then see
   * colleagues for whom it works before it is their turn.
   */
  public List<Readiness> order() {
    List<Readiness> order = new ArrayList<>();
    for (ClosedSurvey one : surveys) {
      Group group = new Group(Breakdown.DEPARTMENT, one.rollout().value());
      List<Double> scores = new ArrayList<>();
      for (Question question : of(Question::readiness)) {
        toFive(question, group).ifPresent(scores::add);
      }
      if (!scores.isEmpty()) {
        List<Strength> causes = causes(group);
        order.add(
            new Readiness(group.value(), mean(scores), causes.isEmpty() ? null : causes.get(0)));
      }
    }
    order.sort(
        Comparator.comparingDouble(Readiness::score)
            .reversed()
            .thenComparing(Readiness::department));
    return order;
  }

  private List<Question> of(Predicate<Question> which) {
    return plan.items().stream().filter(which).toList();
  }

  /** The mean of a group, from 1 to 5 whatever the scale. */
  private Optional<Double> toFive(Question question, Group group) {
    if (question.kind() != Kind.SCALE) {
      return Optional.empty();
    }
    return sheet
        .of(question.id())
        .flatMap(one -> one.of(group))
        .filter(one -> one.score() != null)
        .map(
            one ->
                1
                    + (LARGEST - 1)
                        * (Objects.requireNonNull(one.score()).middle() - 1)
                        / (question.points() - 1));
  }

  private static double mean(List<Double> numbers) {
    return Score.rounded(numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }
}
