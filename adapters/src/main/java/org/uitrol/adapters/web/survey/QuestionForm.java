package org.uitrol.adapters.web.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.Aspect;
import org.uitrol.domain.survey.Cause;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Only;
import org.uitrol.domain.survey.SurveyPlan.Question;

/**
 * One question as it is typed; nothing of it needs to be right.
 *
 * @param kind a {@link Kind}, in lower case
 * @param above what stands above a table of statements of which it is a row
 * @param choices one answer a line
 * @param known the answers that it had before, with their ids, so that these stay when others come
 * @param readiness blank, {@code true} or the key of an {@link Aspect}
 * @param cause blank or the key of a {@link Cause}
 * @param onlyQuestion the earlier question on which it hangs
 * @param onlyAnswers answers to that, with commas between them
 */
record QuestionForm(
    String kind,
    String id,
    Map<String, String> ask,
    Map<String, String> above,
    String points,
    Map<String, String> low,
    Map<String, String> high,
    Map<String, String> choices,
    String known,
    String most,
    String readiness,
    String cause,
    boolean required,
    String onlyQuestion,
    String onlyAnswers) {

  private static final String COMMA = ",";
  private static final String TAB = "\t";
  private static final int LONGEST_ID = 30;
  private static final int WORDS_OF_AN_ID = 3;
  private static final String POINTS = "5";

  static final List<String> KINDS =
      Arrays.stream(Kind.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();

  /** An empty question with a scale. */
  static QuestionForm blank() {
    return new QuestionForm(
        "scale", "", Map.of(), Map.of(), POINTS, Map.of(), Map.of(), Map.of(), "", "", "", "",
        false, "", "");
  }

  static QuestionForm of(Question question, List<String> languages) {
    List<String> known = new ArrayList<>();
    Map<String, String> choices = new LinkedHashMap<>();
    for (String language : languages) {
      List<String> lines = new ArrayList<>();
      for (Choice choice : question.choices()) {
        lines.add(Objects.requireNonNullElse(choice.text().in().get(language), ""));
      }
      choices.put(language, String.join("\n", lines).stripTrailing());
    }
    for (Choice choice : question.choices()) {
      known.add(choice.id() + TAB + choice.text().in(languages.get(0)));
    }
    Aspect aspect = question.aspect();
    Cause cause = question.cause();
    Integer most = question.most();
    Only only = question.only();
    return new QuestionForm(
        question.kind().name().toLowerCase(Locale.ROOT),
        question.id(),
        question.ask().in(),
        in(question.grid()),
        question.kind() == Kind.SCALE ? "" + question.points() : POINTS,
        in(question.low()),
        in(question.high()),
        choices,
        String.join("\n", known),
        most == null ? "" : "" + most,
        !question.readiness() ? "" : aspect == null ? "true" : aspect.key(),
        cause == null ? "" : cause.key(),
        question.required(),
        only == null ? "" : only.question(),
        only == null ? "" : String.join(COMMA + " ", only.given()));
  }

  private static Map<String, String> in(@Nullable Text text) {
    return text == null ? Map.of() : text.in();
  }

  /**
   * What was typed.
   *
   * @param field gives the value of one field, blank when there is none
   */
  static QuestionForm read(UnaryOperator<String> field, List<String> languages) {
    return new QuestionForm(
        field.apply("kind"),
        field.apply("id").strip(),
        texts(field, "ask", languages),
        texts(field, "above", languages),
        field.apply("points").strip(),
        texts(field, "low", languages),
        texts(field, "high", languages),
        texts(field, "choices", languages),
        field.apply("known"),
        field.apply("most").strip(),
        field.apply("readiness"),
        field.apply("cause"),
        !field.apply("required").isEmpty(),
        field.apply("onlyQuestion").strip(),
        field.apply("onlyAnswers").strip());
  }

  static Map<String, String> texts(
      UnaryOperator<String> field, String name, List<String> languages) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : languages) {
      texts.put(language, field.apply(name + "." + language).replace("\r\n", "\n"));
    }
    return texts;
  }

  /** The same with an id, made of what it asks when none was typed. */
  QuestionForm named(Set<String> taken, String language) {
    if (!id.isEmpty()) {
      return this;
    }
    String made = idOf(ask.getOrDefault(language, ""));
    String free = made;
    for (int number = 2; taken.contains(free); number++) {
      free = made + number;
    }
    return new QuestionForm(
        kind,
        free,
        ask,
        above,
        points,
        low,
        high,
        choices,
        known,
        most,
        readiness,
        cause,
        required,
        onlyQuestion,
        onlyAnswers);
  }

  private static String idOf(String ask) {
    StringBuilder made = new StringBuilder();
    int words = 0;
    for (String word : Slug.of(ask).split("-", -1)) {
      if (words < WORDS_OF_AN_ID
          && !word.isEmpty()
          && made.length() + word.length() <= LONGEST_ID) {
        made.append(
            words == 0 ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        words++;
      }
    }
    return EvidenceCatalog.isQuestionId(made.toString()) ? made.toString() : "question" + made;
  }

  /** Whether it and the other are rows of the same table. */
  boolean isRowWith(QuestionForm other) {
    return isRow()
        && other.isRow()
        && filled(above).equals(filled(other.above))
        && points.equals(other.points)
        && filled(low).equals(filled(other.low))
        && filled(high).equals(filled(other.high))
        && required == other.required
        && onlyQuestion.equals(other.onlyQuestion)
        && onlyAnswers.equals(other.onlyAnswers);
  }

  boolean isRow() {
    return kind.equals("scale") && !filled(above).isEmpty();
  }

  /** As a campaign file writes a question by itself. */
  Map<String, Object> alone(List<String> languages) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", id);
    switch (kind) {
      case "choice", "several" -> map.put(kind, answers(languages));
      case "text" -> map.put("text", true);
      default -> map.put("scale", number(points));
    }
    put(map, "ask", ask);
    if (kind.equals("several") && !most.isEmpty()) {
      map.put("most", number(most));
    }
    common(map);
    means(map);
    return map;
  }

  /** As a campaign file writes a table of which it is the first row. */
  Map<String, Object> table(List<QuestionForm> rows) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "ask", above);
    map.put("scale", number(points));
    common(map);
    List<Object> lines = new ArrayList<>();
    for (QuestionForm row : rows) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("id", row.id);
      put(line, "ask", row.ask);
      row.means(line);
      lines.add(line);
    }
    map.put("matrix", lines);
    return map;
  }

  private void common(Map<String, Object> map) {
    if (kind.equals("scale")) {
      put(map, "low", low);
      put(map, "high", high);
    }
    if (required) {
      map.put("required", true);
    }
    if (!onlyQuestion.isEmpty()) {
      Map<String, Object> who = new LinkedHashMap<>();
      who.put("question", onlyQuestion);
      who.put(
          "answers",
          Arrays.stream(onlyAnswers.split(COMMA, -1))
              .map(String::strip)
              .filter(one -> !one.isEmpty())
              .toList());
      map.put("only", who);
    }
  }

  private void means(Map<String, Object> map) {
    if (kind.equals("scale") && !readiness.isEmpty()) {
      map.put("readiness", readiness.equals("true") ? (Object) true : readiness);
    }
    if (kind.equals("scale") && !cause.isEmpty()) {
      map.put("cause", cause);
    }
  }

  private List<Object> answers(List<String> languages) {
    List<List<String>> lines = new ArrayList<>();
    int most = 0;
    for (String language : languages) {
      List<String> some = choices.getOrDefault(language, "").lines().map(String::strip).toList();
      lines.add(some);
      most = Math.max(most, some.size());
    }
    List<Object> answers = new ArrayList<>();
    List<String> ids = ids(lines.get(0));
    for (int i = 0; i < most; i++) {
      Map<String, String> text = new LinkedHashMap<>();
      for (int at = 0; at < languages.size(); at++) {
        if (i < lines.get(at).size()) {
          text.put(languages.get(at), lines.get(at).get(i));
        }
      }
      if (!filled(text).isEmpty()) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", i < ids.size() ? ids.get(i) : "answer-" + (i + 1));
        put(answer, "text", text);
        answers.add(answer);
      }
    }
    return answers;
  }

  /**
   * An answer that was there before keeps its id, wherever it stands now and if it was reworded.
   */
  private List<String> ids(List<String> lines) {
    Map<String, String> before = new HashMap<>();
    List<String> inOrder = new ArrayList<>();
    for (String line : known.lines().toList()) {
      String[] parts = line.split(TAB, 2);
      inOrder.add(parts[0]);
      before.put(parts.length < 2 ? "" : parts[1], parts[0]);
    }
    Set<String> taken = new HashSet<>();
    lines.forEach(line -> taken.add(before.getOrDefault(line, "")));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String id = before.get(lines.get(i));
      if (id == null && i < inOrder.size() && !taken.contains(inOrder.get(i))) {
        id = inOrder.get(i);
      }
      if (id == null) {
        String made = Slug.of(lines.get(i));
        id = made.isEmpty() ? "answer-" + (i + 1) : made;
        for (int number = 2; taken.contains(id) || inOrder.contains(id); number++) {
          id = made + "-" + number;
        }
      }
      taken.add(id);
      ids.add(id);
    }
    return ids;
  }

  private static Object number(String typed) {
    return typed.matches("[0-9]{1,4}") ? (Object) Integer.valueOf(typed) : typed;
  }

  static Map<String, String> filled(Map<String, String> texts) {
    Map<String, String> filled = new LinkedHashMap<>();
    texts.forEach(
        (language, text) -> {
          if (!text.isBlank()) {
            filled.put(language, text.strip());
          }
        });
    return filled;
  }

  /** Puts a text in its languages, unless it is blank in all. */
  static void put(Map<String, Object> map, String key, Map<String, String> texts) {
    Map<String, String> filled = filled(texts);
    if (!filled.isEmpty()) {
      map.put(key, filled);
    }
  }
}
