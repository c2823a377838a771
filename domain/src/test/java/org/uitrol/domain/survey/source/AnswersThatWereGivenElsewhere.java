package org.uitrol.domain.survey.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.source.AnswerItem.Allowed;

class AnswersThatWereGivenElsewhere {

  private static final SurveyPlan PLAN =
      new SurveyPlan(
          Text.of("en", "Ready?"),
          null,
          List.of(
              new Question(
                  "worry",
                  Kind.SCALE,
                  Text.of("en", "Do you worry?"),
                  5,
                  Text.of("en", "not at all"),
                  Text.of("en", "very much"),
                  List.of(),
                  false,
                  true),
              new Question(
                  "task",
                  Kind.CHOICE,
                  Text.of("en", "Which task?"),
                  0,
                  null,
                  null,
                  List.of(
                      new Choice("minutes", Text.of("en", "Minutes; and notes")),
                      new Choice("mail", Text.of("nl", "Post"))),
                  false,
                  false),
              new Question(
                  "more",
                  Kind.TEXT,
                  Text.of("en", "Else?"),
                  0,
                  null,
                  null,
                  List.of(),
                  false,
                  false)));

  @Test
  void may_be_several_to_one_question() {
    Question several =
        new Question(
            "tools",
            Kind.SEVERAL,
            Text.of("en", "Which tools?"),
            0,
            null,
            null,
            List.of(
                new Choice("chat", Text.of("en", "A chatbot")),
                new Choice("other", Text.of("en", "Other"))),
            false,
            false);
    AnswerItem item =
        AnswerItem.of(new SurveyPlan(Text.of("en", "Ready?"), null, List.of(several))).get(0);

    assertThat(item.typed(List.of("chat", "other")))
        .isEqualTo(Map.of("tools.chat", "yes", "tools.other", "yes"));
  }

  @Test
  void are_read_as_if_they_had_been_typed_here() {
    AnswerWords words =
        new AnswerWords(Map.of("worry", Map.of(Wording.key("Helemaal mee eens"), "5")));

    assertThat(
            read(
                AnswerItem.of(PLAN),
                words,
                Map.of("Q1", "Helemaal mee eens!", "Q2", "Minutes; and notes", "Q3", " a; b\nc ")))
        .isEqualTo(Map.of("worry", "5", "task", "minutes", "more", "a; b\nc"));
    assertThat(read(AnswerItem.of(PLAN), words, Map.of("Q1", "VERY MUCH", "Q2", "mail")))
        .isEqualTo(Map.of("worry", "5", "task", "mail"));
    assertThat(read(AnswerItem.of(PLAN), words, Map.of("Q1", " ", "Q9", "1"))).isEmpty();
  }

  @Test
  void mean_what_was_said_even_where_they_seem_to_mean_something_else() {
    AnswerWords turned = new AnswerWords(Map.of("worry", Map.of("1", "5", "5", "1")));

    assertThat(read(AnswerItem.of(PLAN), turned, Map.of("Q1", "1"))).containsEntry("worry", "5");
  }

  @Test
  void are_refused_when_they_mean_nothing_without_saying_what_they_were() {
    AnswerWords wrong = new AnswerWords(Map.of("worry", Map.of("so so", "9")));

    for (String text : List.of("so so", "my manager bullies me")) {
      assertThatThrownBy(() -> read(AnswerItem.of(PLAN), wrong, Map.of("Q1", text)))
          .isInstanceOfSatisfying(
              Rejected.class,
              refused -> {
                assertThat(refused.code()).isEqualTo("ANSWER_UNMAPPED");
                assertThat(refused.facts()).isEqualTo(Map.of("column", "Q1"));
                assertThat(refused).hasMessageNotContaining(text);
              });
    }
  }

  @Test
  void may_be_several_at_once() {
    AnswerItem tasks =
        new AnswerItem(
            "task",
            Text.of("en", "Which tasks?"),
            List.of(
                new Allowed("minutes", List.of(Text.of("en", "Minutes"))),
                new Allowed("mail", List.of(Text.of("en", "Mail")))),
            true);

    assertThat(read(List.of(tasks), AnswerWords.NONE, Map.of("Q2", "Minutes;Mail;")))
        .isEqualTo(Map.of("task.minutes", "yes", "task.mail", "yes"));
    assertThat(read(List.of(tasks), AnswerWords.NONE, Map.of("Q2", "Mail")))
        .isEqualTo(Map.of("task.mail", "yes"));
    assertThatThrownBy(
            () -> read(List.of(tasks), AnswerWords.NONE, Map.of("Q2", "Mail;something else")))
        .isInstanceOf(Rejected.class);
    assertThat(AnswerReader.texts(tasks, "Mail; Minutes;\n")).containsExactly("Mail", "Minutes");
  }

  @Test
  void show_nothing_of_themselves_as_texts() {
    assertThat(new AnswerWords(Map.of("worry", Map.of("secret", "1"))).toString())
        .doesNotContain("secret");
    assertThat(new SourceColumn("Q1", "Q1", ColumnRole.ANSWER, List.of("secret")).toString())
        .doesNotContain("secret");
  }

  private static Map<String, String> read(
      List<AnswerItem> items, AnswerWords words, Map<String, String> cells) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("Q1", "worry");
    columns.put("Q2", "task");
    columns.put("Q3", "more");
    Map<String, String> byKey = new HashMap<>();
    cells.forEach((column, cell) -> byKey.put(Wording.key(column), cell));
    return new AnswerReader(new SourceMapping("ID", "", "", "", null, columns), words, items)
        .read(byKey);
  }
}
