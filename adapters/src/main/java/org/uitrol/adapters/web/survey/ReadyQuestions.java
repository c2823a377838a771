package org.uitrol.adapters.web.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.web.shared.Words;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Questions that can be taken as they are: about readiness, worries, experience and skill. */
@Component
final class ReadyQuestions {

  private static final String FILE = "/survey-questions.yaml";

  private final Map<String, QuestionForm> questions;
  private final Words words;

  ReadyQuestions(Words words) {
    this.words = words;
    this.questions = read();
  }

  /** One that can be taken. */
  record Ready(String id, String ask) {}

  /** Those that a survey with these questions hasn't. */
  List<Ready> without(Set<String> ids) {
    List<Ready> found = new ArrayList<>();
    questions.forEach(
        (id, question) -> {
          if (!ids.contains(id)) {
            Map<String, String> ask = question.ask();
            found.add(
                new Ready(
                    id,
                    Objects.requireNonNullElse(
                        ask.get(words.language()), ask.values().iterator().next())));
          }
        });
    return found;
  }

  /** A survey with these questions as well. */
  SurveyForm add(SurveyForm form, String @Nullable [] chosen) {
    List<QuestionForm> all = new ArrayList<>(form.questions());
    Set<String> there = new HashSet<>(all.stream().map(QuestionForm::id).toList());
    for (String id : chosen == null ? new String[0] : chosen) {
      QuestionForm question = questions.get(id);
      if (question != null && there.add(id)) {
        all.add(question);
      }
    }
    return form.with(all);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, QuestionForm> read() {
    Map<String, QuestionForm> read = new LinkedHashMap<>();
    try (InputStream in = Objects.requireNonNull(ReadyQuestions.class.getResourceAsStream(FILE))) {
      List<Map<String, Object>> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      for (Map<String, Object> one : all) {
        String id = Objects.requireNonNull((String) one.get("id"));
        String kind =
            QuestionForm.KINDS.stream().filter(one::containsKey).findFirst().orElseThrow();
        Map<String, List<String>> lines = new LinkedHashMap<>();
        List<String> known = new ArrayList<>();
        if (one.get(kind) instanceof List<?> choices) {
          for (Object choice : choices) {
            Map<String, Object> answer = (Map<String, Object>) choice;
            Map<String, String> text = texts(answer, "text");
            text.forEach(
                (language, said) ->
                    lines.computeIfAbsent(language, none -> new ArrayList<>()).add(said));
            known.add(answer.get("id") + "\t" + text.values().iterator().next());
          }
        }
        Map<String, String> choices = new LinkedHashMap<>();
        lines.forEach((language, some) -> choices.put(language, String.join("\n", some)));
        read.put(
            id,
            new QuestionForm(
                kind,
                id,
                texts(one, "ask"),
                texts(one, "above"),
                kind.equals("scale") ? "" + one.get(kind) : "5",
                texts(one, "low"),
                texts(one, "high"),
                choices,
                String.join("\n", known),
                "",
                Objects.requireNonNullElse(one.get("readiness"), "").toString(),
                Objects.requireNonNullElse(one.get("cause"), "").toString(),
                Boolean.TRUE.equals(one.get("required")),
                "",
                ""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> texts(Map<String, Object> one, String key) {
    Object texts = one.get(key);
    return texts == null ? Map.of() : (Map<String, String>) texts;
  }
}
