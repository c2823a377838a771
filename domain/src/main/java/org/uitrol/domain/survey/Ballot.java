package org.uitrol.domain.survey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;

/**
 * The answers of somebody, without who it is.
 *
 * @param answers by question: the point of a scale, the id of a choice, or the text
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
   * are ignored.
   *
   * @throws Rejected {@code ANSWERS_INVALID} with the problem of each question
   */
  public static Ballot of(SurveyPlan plan, Map<String, String> typed) {
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, Object> problems = new LinkedHashMap<>();
    for (Question question : plan.questions()) {
      String answer = typed.getOrDefault(question.id(), "").strip();
      if (answer.isEmpty()) {
        if (question.required()) {
          problems.put(question.id(), "required");
        }
      } else if (!isAllowed(question, answer)) {
        problems.put(question.id(), "invalid");
      } else {
        answers.put(question.id(), answer);
      }
    }
    if (!problems.isEmpty()) {
      throw new Rejected("ANSWERS_INVALID", problems);
    }
    return new Ballot(answers);
  }

  /** What these ballots tell together. */
  public static Tally tally(List<Ballot> ballots, SurveyPlan plan) {
    Map<String, Integer> answered = new LinkedHashMap<>();
    Map<String, Double> means = new LinkedHashMap<>();
    for (Question question : plan.questions()) {
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
      case CHOICE -> question.choices().stream().anyMatch(choice -> choice.id().equals(answer));
      case TEXT -> answer.length() <= LONGEST_TEXT;
    };
  }
}
