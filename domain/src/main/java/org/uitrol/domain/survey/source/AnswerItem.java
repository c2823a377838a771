package org.uitrol.domain.survey.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;

/**
 * Something in a survey that is answered at one place of a form elsewhere.
 *
 * @param id under which a ballot knows it
 * @param ask what is asked
 * @param answers what may be answered; empty when it is answered in one's own words
 * @param several whether more than one of them may be chosen; each is then known to a ballot by
 *     itself, as {@code <id>.<answer>}
 */
public record AnswerItem(String id, Text ask, List<Allowed> answers, boolean several) {

  private static final String YES = "yes";

  public AnswerItem {
    answers = List.copyOf(answers);
  }

  /**
   * One possible answer.
   *
   * @param answer as a ballot knows it
   * @param texts what it is called; none for the points of a scale between its ends
   */
  public record Allowed(String answer, List<Text> texts) {

    public Allowed {
      texts = List.copyOf(texts);
    }

    boolean says(String key) {
      return Wording.key(answer).equals(key)
          || texts.stream()
              .flatMap(text -> text.in().values().stream())
              .anyMatch(text -> Wording.key(text).equals(key));
    }
  }

  /** What a survey asks, in its order. */
  public static List<AnswerItem> of(SurveyPlan plan) {
    return plan.questions().stream().map(AnswerItem::of).toList();
  }

  private static AnswerItem of(Question question) {
    List<Allowed> answers = new ArrayList<>();
    if (question.kind() == Kind.SCALE) {
      for (int point = 1; point <= question.points(); point++) {
        Text text = point == 1 ? question.low() : question.high();
        boolean end = point == 1 || point == question.points();
        answers.add(new Allowed("" + point, end && text != null ? List.of(text) : List.of()));
      }
    } else {
      for (Choice choice : question.choices()) {
        answers.add(new Allowed(choice.id(), List.of(choice.text())));
      }
    }
    return new AnswerItem(question.id(), question.ask(), answers, question.kind() == Kind.SEVERAL);
  }

  /** Whether it is answered in one's own words. */
  public boolean isOpen() {
    return answers.isEmpty();
  }

  public boolean allows(String answer) {
    return answers.stream().anyMatch(one -> one.answer().equals(answer));
  }

  /** The answer that a text says by itself: its name, its text in any language, or its point. */
  public Optional<String> said(String text) {
    String key = Wording.key(text);
    return answers.stream().filter(one -> one.says(key)).map(Allowed::answer).findFirst();
  }

  /** As somebody would have typed it here who chose these answers. */
  Map<String, String> typed(Collection<String> chosen) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String answer : chosen) {
      typed.put(several ? id + "." + answer : id, several ? YES : answer);
    }
    return typed;
  }
}
