package org.uitrol.adapters.files.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.Aspect;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Only;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the questions of surveys. */
final class SurveyReader {

  private static final int MOST_QUESTIONS = 50;
  private static final int MOST_CHOICES = 20;
  private static final int LEAST_ENOUGH = 10;
  private static final int LEAST_TEXTS = 10;
  private static final int MOST_TEXTS = 1_000;
  private static final int LONGEST_SCALE = 10;
  private static final List<String> KINDS = List.of("scale", "matrix", "choice", "several", "text");
  private static final List<String> OF_SCALES = List.of("low", "high");
  private static final List<String> MEANS = List.of("readiness", "cause");

  private final Values values;
  private final Problems problems;
  private final Used used;
  private final Map<String, Kind> kinds = new HashMap<>();

  SurveyReader(Values values, Problems problems, Used used) {
    this.values = values;
    this.problems = problems;
    this.used = used;
  }

  Map<String, SurveyPlan> surveys(@Nullable Entry entry) {
    Map<String, SurveyPlan> surveys = new LinkedHashMap<>();
    values
        .named(entry)
        .forEach(
            (key, item) -> {
              used.wrote("survey", key, item);
              surveys.put(key, survey(item));
            });
    return surveys;
  }

  private SurveyPlan survey(Entry entry) {
    Fields fields = Fields.of(entry, Shape.SURVEY, problems);
    Text title = values.text(fields.need("title"), false, Values.LINE);
    Entry intro = fields.get("intro");
    Entry enough = fields.get("enough");
    Entry texts = fields.get("texts");
    List<Question> questions = new ArrayList<>();
    for (Entry item : values.items(fields.need("questions"), MOST_QUESTIONS)) {
      questions.addAll(questions(item, questions));
    }
    if (texts == null && questions.stream().anyMatch(one -> one.kind() == Kind.TEXT)) {
      problems.warning(
          entry,
          "nobody sees what people write; 'texts' says of how many people it is shown, as in 10");
    }
    return new SurveyPlan(
        title,
        intro == null ? null : values.text(intro, true, Values.PARAGRAPHS),
        questions,
        enough == null ? null : values.percent(enough, LEAST_ENOUGH, 100),
        texts == null ? null : values.number(texts, LEAST_TEXTS, MOST_TEXTS));
  }

  /** One question, or the rows of a matrix. */
  private List<Question> questions(Entry entry, List<Question> before) {
    Fields fields = Fields.of(entry, Shape.QUESTION, problems);
    String kind = fields.oneOf(kinds(fields));
    if ("matrix".equals(kind)) {
      return matrix(fields, before);
    }
    Set<String> ids = new HashSet<>(before.stream().map(Question::id).toList());
    return List.of(question(fields, kind, ids, before));
  }

  /** A matrix has a scale, which therefore doesn't stand by itself there. */
  private static List<String> kinds(Fields fields) {
    return fields.has("matrix")
        ? KINDS.stream().filter(one -> !one.equals("scale")).toList()
        : KINDS;
  }

  private Question question(
      Fields fields, @Nullable String kindKey, Set<String> ids, List<Question> before) {
    Kind kind =
        kindKey == null
            ? Kind.SCALE
            : switch (kindKey) {
              case "choice" -> Kind.CHOICE;
              case "several" -> Kind.SEVERAL;
              case "text" -> Kind.TEXT;
              default -> Kind.SCALE;
            };
    String id = id(fields.need("id"), kind, ids);
    Text ask = values.text(fields.need("ask"), false, Values.LINE * 2);
    if (kindKey != null && kind != Kind.SCALE) {
      String why = "is for a question with a scale only";
      fields.refuse(OF_SCALES, why);
      fields.refuse(MEANS, why);
    }
    if (kindKey != null && kind != Kind.SEVERAL) {
      fields.refuse(List.of("most"), "is for a question with several answers only");
    }
    Entry most = fields.get("most");
    List<Choice> choices = List.of();
    int points = 0;
    switch (kind) {
      case SCALE -> points = values.number(fields.get("scale"), 2, LONGEST_SCALE);
      case CHOICE -> choices = choices(fields.get("choice"));
      case SEVERAL -> choices = choices(fields.get("several"));
      case TEXT -> values.yes(fields.get("text"));
    }
    return new Question(
        id,
        kind,
        ask,
        points,
        line(fields.get("low")),
        line(fields.get("high")),
        choices,
        isReadiness(fields.get("readiness")),
        values.truth(fields.get("required")),
        values.cause(fields.get("cause")),
        aspect(fields.get("readiness")),
        null,
        kind != Kind.SEVERAL || most == null ? null : values.number(most, 1, MOST_CHOICES),
        only(fields, before));
  }

  private List<Question> matrix(Fields fields, List<Question> before) {
    fields.refuse(List.of("id"), "is for each row of a matrix");
    fields.refuse(MEANS, "is for each row of a matrix");
    fields.refuse(List.of("most"), "is for a question with several answers only");
    Text above = values.text(fields.need("ask"), false, Values.LINE * 2);
    int points = values.number(fields.need("scale"), 2, LONGEST_SCALE);
    Text low = line(fields.get("low"));
    Text high = line(fields.get("high"));
    boolean required = values.truth(fields.get("required"));
    Only only = only(fields, before);
    Set<String> ids = new HashSet<>(before.stream().map(Question::id).toList());
    List<Question> rows = new ArrayList<>();
    for (Entry item : values.items(fields.get("matrix"), MOST_CHOICES)) {
      Fields row = Fields.of(item, Shape.ROW, problems);
      if (only != null) {
        row.refuse(MEANS, NOT_OF_SOME);
      }
      rows.add(
          new Question(
              id(row.need("id"), Kind.SCALE, ids),
              Kind.SCALE,
              values.text(row.need("ask"), false, Values.LINE * 2),
              points,
              low,
              high,
              List.of(),
              isReadiness(row.get("readiness")),
              required,
              values.cause(row.get("cause")),
              aspect(row.get("readiness")),
              above,
              null,
              only));
    }
    return rows;
  }

  private static final String NOT_OF_SOME =
      "can't be measured by a question that only some are asked";

  private @Nullable Only only(Fields fields, List<Question> before) {
    Entry entry = fields.get("only");
    if (entry == null) {
      return null;
    }
    fields.refuse(MEANS, NOT_OF_SOME);
    Fields only = Fields.of(entry, Shape.ONLY, problems);
    Entry asked = only.need("question");
    List<Entry> given = values.items(only.need("answers"), MOST_CHOICES);
    String id = values.lineOrNull(asked);
    Question earlier = before.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    if (asked != null && id != null && (earlier == null || earlier.kind() == Kind.TEXT)) {
      problems.error(asked, "'" + id + "' isn't an earlier question with a scale or choices");
      return null;
    }
    if (id == null || earlier == null) {
      return null;
    }
    List<String> possible =
        earlier.kind() == Kind.SCALE
            ? IntStream.rangeClosed(1, earlier.points()).mapToObj(Integer::toString).toList()
            : earlier.choices().stream().map(Choice::id).toList();
    List<String> answers = new ArrayList<>();
    for (Entry one : given) {
      String answer = one.node() instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
      if (!possible.contains(answer)) {
        problems.error(one, "'" + answer + "' isn't one of " + String.join(", ", possible));
      } else if (answers.contains(answer)) {
        problems.error(one, "'" + answer + "' stands here twice");
      } else {
        answers.add(answer);
      }
    }
    return new Only(id, answers);
  }

  private @Nullable Text line(@Nullable Entry entry) {
    return entry == null ? null : values.text(entry, false, Values.LINE);
  }

  /** Either true, or which part of readiness it measures. */
  private boolean isReadiness(@Nullable Entry entry) {
    return entry != null && (isAspect(entry) || values.truth(entry));
  }

  private @Nullable Aspect aspect(@Nullable Entry entry) {
    return entry == null
        ? null
        : Arrays.stream(Aspect.values())
            .filter(
                one ->
                    entry.node() instanceof ScalarNode scalar
                        && one.key().equals(scalar.getValue().strip()))
            .findFirst()
            .orElse(null);
  }

  private boolean isAspect(Entry entry) {
    return aspect(entry) != null;
  }

  private String id(@Nullable Entry entry, Kind kind, Set<String> ids) {
    String id = values.lineOrNull(entry);
    if (entry == null || id == null) {
      return "";
    }
    if (!EvidenceCatalog.isQuestionId(id)) {
      problems.error(
          entry,
          "'" + id + "' must be letters and digits, beginning with a letter, as in jobWorry");
    } else if (!ids.add(id)) {
      problems.error(entry, "another question of this survey has this id");
    } else if (kinds.putIfAbsent(id, kind) != null && kinds.get(id) != kind) {
      problems.error(entry, "another survey asks '" + id + "' in another way");
    }
    return id;
  }

  private List<Choice> choices(@Nullable Entry entry) {
    Set<String> ids = new HashSet<>(List.of(Choice.NOT_ASKED.id()));
    List<Entry> items = values.items(entry, MOST_CHOICES);
    if (entry != null && items.size() == 1) {
      problems.error(entry, "a choice has at least two answers");
    }
    return items.stream().map(item -> choice(item, ids)).toList();
  }

  private Choice choice(Entry entry, Set<String> ids) {
    Fields fields = Fields.of(entry, Shape.CHOICE, problems);
    String id =
        values.newSlug(fields.need("id"), ids, "another answer to this question has this id");
    return new Choice(id, values.text(fields.need("text"), false, Values.LINE));
  }
}
