package org.uitrol.domain.survey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Only;
import org.uitrol.domain.survey.SurveyPlan.Question;

/**
 * The answers of somebody, without who it is.
 *
 * @param answers by item: the point of a scale, the id of a choice, or the text
 */
public record Ballot(Map<String, String> answers) {

  /** The longest free text, in characters. */
  public static final int LONGEST_TEXT = 4000;

  public Ballot {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** The text says nothing of the answers, so that none can reach a log. */
  @Override
  public String toString() {
    return "Ballot";
  }

  /**
   * What was typed, checked against the questions: blank answers are left out, unknown questions
   * and answers to what wasn't asked are ignored. Of several answers each that was chosen is typed
   * as {@code yes} under the id of its item.
   *
   * @throws Rejected {@code ANSWERS_INVALID} with the problem of each question
   */
  public static Ballot of(SurveyPlan plan, Map<String, String> typed) {
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, Object> problems = new LinkedHashMap<>();
    for (Question question : plan.questions()) {
      Asked asked = Asked.of(plan, question, answers);
      if (asked == Asked.YES) {
        String problem = take(question, typed, answers);
        if (problem != null) {
          problems.put(question.id(), problem);
        }
      } else if (asked == Asked.NO && question.kind() != Kind.TEXT) {
        question.items().forEach(item -> answers.put(item.id(), Choice.NOT_ASKED.id()));
      }
    }
    if (!problems.isEmpty()) {
      throw new Rejected("ANSWERS_INVALID", problems);
    }
    return new Ballot(answers);
  }

  /** Whether somebody is asked a question; unknown while the one before isn't answered. */
  private enum Asked {
    YES,
    NO,
    UNKNOWN;

    static Asked of(SurveyPlan plan, Question question, Map<String, String> answers) {
      Only only = question.only();
      if (only == null) {
        return YES;
      }
      Question before =
          plan.questions().stream()
              .filter(one -> one.id().equals(only.question()))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("there is no " + only.question()));
      if (before.kind() != Kind.SEVERAL) {
        String answer = answers.get(before.id());
        return answer == null ? UNKNOWN : only.given().contains(answer) ? YES : NO;
      }
      if (!answers.containsKey(before.item(before.choices().get(0)))) {
        return UNKNOWN;
      }
      return only.given().stream()
              .map(one -> answers.get(before.id() + "." + one))
              .anyMatch(Choice.YES.id()::equals)
          ? YES
          : NO;
    }
  }

  private static @Nullable String take(
      Question question, Map<String, String> typed, Map<String, String> answers) {
    if (question.kind() == Kind.SEVERAL) {
      List<Choice> chosen =
          question.choices().stream()
              .filter(one -> Choice.YES.id().equals(typed.get(question.item(one))))
              .toList();
      if (chosen.isEmpty()) {
        return question.required() ? "required" : null;
      }
      Integer most = question.most();
      if (most != null && chosen.size() > most) {
        return "tooMany";
      }
      for (Choice one : question.choices()) {
        Choice answer = chosen.contains(one) ? Choice.YES : Choice.NO;
        answers.put(question.item(one), answer.id());
      }
      return null;
    }
    String answer = typed.getOrDefault(question.id(), "").strip();
    if (answer.isEmpty()) {
      return question.required() ? "required" : null;
    }
    if (!isAllowed(question, answer)) {
      return "invalid";
    }
    answers.put(question.id(), answer);
    return null;
  }

  /** What these ballots tell together. */
  public static Tally tally(List<Ballot> ballots, SurveyPlan plan) {
    Map<String, Integer> answered = new LinkedHashMap<>();
    Map<String, Double> means = new LinkedHashMap<>();
    for (Question question : plan.items()) {
      List<String> given =
          ballots.stream()
              .map(ballot -> ballot.answers.get(question.id()))
              .filter(answer -> answer != null)
              .toList();
      answered.put(question.id(), given.size());
      if (question.kind() == Kind.SCALE) {
        given.stream()
            .mapToInt(Integer::parseInt)
            .average()
            .ifPresent(mean -> means.put(question.id(), mean));
      }
    }
    return new Tally(ballots.size(), answered, means);
  }

  private static boolean isAllowed(Question question, String answer) {
    return switch (question.kind()) {
      case SCALE ->
          answer.length() <= 2
              && answer.chars().allMatch(c -> c >= '0' && c <= '9')
              && Integer.parseInt(answer) >= 1
              && Integer.parseInt(answer) <= question.points();
      case CHOICE, SEVERAL ->
          question.choices().stream().anyMatch(choice -> choice.id().equals(answer));
      case TEXT -> answer.length() <= LONGEST_TEXT;
    };
  }
}
