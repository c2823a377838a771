package org.uitrol.adapters.web.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.survey.SurveyPlan;

/** A survey as it is typed; nothing of it needs to be right. */
record SurveyForm(
    List<String> languages,
    Map<String, String> title,
    Map<String, String> intro,
    String enough,
    String texts,
    List<QuestionForm> questions) {

  static final int MOST_QUESTIONS = 50;
  private static final String TEXTS = "10";

  SurveyForm {
    languages = List.copyOf(languages);
    questions = List.copyOf(questions);
  }

  /** A survey that nobody has written yet. */
  static SurveyForm blank(List<String> languages) {
    return new SurveyForm(languages, Map.of(), Map.of(), "", TEXTS, List.of(QuestionForm.blank()));
  }

  static SurveyForm of(SurveyPlan survey, List<String> languages) {
    Integer enough = survey.enough();
    Integer texts = survey.textsFrom();
    return new SurveyForm(
        languages,
        survey.title().in(),
        survey.intro() == null ? Map.of() : survey.intro().in(),
        enough == null ? "" : "" + enough,
        texts == null ? "" : "" + texts,
        survey.questions().stream().map(one -> QuestionForm.of(one, languages)).toList());
  }

  /** What was typed; {@code field} gives the value of one field, null when there is none. */
  static SurveyForm read(UnaryOperator<@Nullable String> field, List<String> languages) {
    UnaryOperator<String> typed = name -> Objects.requireNonNullElse(field.apply(name), "");
    List<QuestionForm> questions = new ArrayList<>();
    for (int i = 0; i < MOST_QUESTIONS && field.apply("q" + i + ".kind") != null; i++) {
      String prefix = "q" + i + ".";
      questions.add(QuestionForm.read(name -> typed.apply(prefix + name), languages));
    }
    return new SurveyForm(
        languages,
        QuestionForm.texts(typed, "title", languages),
        QuestionForm.texts(typed, "intro", languages),
        typed.apply("enough").strip(),
        typed.apply("texts").strip(),
        questions);
  }

  /**
   * The same after a step: {@code add}, or {@code up}, {@code down} and {@code remove} with the
   * number of a question behind a dot. An unknown step changes nothing.
   */
  SurveyForm after(String step) {
    List<QuestionForm> changed = new ArrayList<>(questions);
    String[] parts = step.split("\\.", 2);
    int at = parts.length == 2 && parts[1].matches("[0-9]{1,2}") ? Integer.parseInt(parts[1]) : -1;
    if (step.equals("add")) {
      changed.add(QuestionForm.blank());
    } else if (at >= 0 && at < changed.size()) {
      switch (parts[0]) {
        case "up" -> Collections.swap(changed, at, Math.max(0, at - 1));
        case "down" -> Collections.swap(changed, at, Math.min(changed.size() - 1, at + 1));
        case "remove" -> changed.remove(at);
        default -> {
          // An unknown step changes nothing.
        }
      }
    }
    return with(changed);
  }

  /** With more questions, but for those that it has. */
  SurveyForm with(List<QuestionForm> others) {
    return new SurveyForm(
        languages,
        title,
        intro,
        enough,
        texts,
        others.size() > MOST_QUESTIONS ? others.subList(0, MOST_QUESTIONS) : others);
  }

  /** The same where every question has an id. */
  SurveyForm named() {
    Set<String> taken = new HashSet<>(questions.stream().map(QuestionForm::id).toList());
    List<QuestionForm> named = new ArrayList<>();
    for (QuestionForm one : questions) {
      QuestionForm with = one.named(taken, languages.get(0));
      taken.add(with.id());
      named.add(with);
    }
    return with(named);
  }

  /** As a campaign file writes it. */
  Map<String, Object> written() {
    Map<String, Object> map = new LinkedHashMap<>();
    QuestionForm.put(map, "title", title);
    QuestionForm.put(map, "intro", intro);
    if (!enough.isEmpty()) {
      map.put("enough", enough.replaceAll("\\s*%$", "") + "%");
    }
    if (!texts.isEmpty()) {
      map.put("texts", texts.matches("[0-9]{1,4}") ? (Object) Integer.valueOf(texts) : texts);
    }
    List<Object> written = new ArrayList<>();
    for (List<Integer> group : groups()) {
      QuestionForm first = questions.get(group.get(0));
      written.add(
          first.isRow()
              ? first.table(group.stream().map(questions::get).toList())
              : first.alone(languages));
    }
    map.put("questions", written);
    return map;
  }

  /**
   * Which question of the form a place in the written survey is about.
   *
   * @param path of the place within the survey, for instance {@code questions[1].matrix[0].ask}
   * @return its number from 0; empty when it is about none
   */
  @Nullable Integer at(String path) {
    List<List<Integer>> groups = groups();
    for (int i = 0; i < groups.size(); i++) {
      String place = "questions[" + i + "]";
      if (path.equals(place) || path.startsWith(place + ".")) {
        List<Integer> group = groups.get(i);
        for (int row = 0; row < group.size(); row++) {
          if (path.startsWith(place + ".matrix[" + row + "]")) {
            return group.get(row);
          }
        }
        return group.get(0);
      }
    }
    return null;
  }

  /** The numbers of the questions, the rows of a table together. */
  private List<List<Integer>> groups() {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      if (i > 0 && questions.get(i).isRowWith(questions.get(i - 1))) {
        groups.get(groups.size() - 1).add(i);
      } else {
        groups.add(new ArrayList<>(List.of(i)));
      }
    }
    return groups;
  }
}
