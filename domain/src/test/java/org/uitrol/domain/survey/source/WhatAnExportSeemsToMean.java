package org.uitrol.domain.survey.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.source.AnswerItem.Allowed;

class WhatAnExportSeemsToMean {

  private static final AnswerItem WORRY = scale("jobWorry", "Ben je bang voor je baan?", 5);
  private static final AnswerItem TASK =
      new AnswerItem(
          "task",
          Text.of("en", "Which task bores you most?"),
          List.of(
              new Allowed("minutes", List.of(Text.of("en", "Minutes"))),
              new Allowed("mail", List.of(Text.of("en", "Mail")))),
          false);
  private static final AnswerItem MORE =
      new AnswerItem("more", Text.of("en", "Anything else?"), List.of(), false);
  private static final List<AnswerItem> ITEMS = List.of(WORRY, TASK, MORE);

  @Test
  void is_known_by_codes_and_by_texts_in_any_spelling() {
    SourceMapping mapping =
        MappingProposal.of(
            List.of(
                column("ID", ColumnRole.RESPONSE),
                column("Completion time", ColumnRole.FINISHED),
                column("Email", ColumnRole.PERSON),
                column("Start time", ColumnRole.ASIDE),
                column("job_worry", ColumnRole.ANSWER),
                column("Which task  bores you most", ColumnRole.ANSWER),
                column("Is there anything else? You can say it here", ColumnRole.ANSWER)),
            ITEMS,
            null);

    assertThat(mapping)
        .isEqualTo(
            new SourceMapping(
                "ID",
                "Completion time",
                "Email",
                "",
                null,
                Map.of(
                    "job_worry", "jobWorry",
                    "Which task  bores you most", "task",
                    "Is there anything else? You can say it here", "more")));
  }

  @Test
  void is_what_was_said_before_where_that_is_still_there() {
    SourceMapping before =
        new SourceMapping(
            "Nr", "", "", "Unit", new DepartmentId("finance"), Map.of("Q7", "jobWorry"));

    SourceMapping mapping =
        MappingProposal.of(
            List.of(
                column("ID", ColumnRole.RESPONSE),
                column("NR", ColumnRole.ANSWER),
                column("Email", ColumnRole.PERSON),
                column("q7", ColumnRole.ANSWER),
                column("jobWorry", ColumnRole.ANSWER)),
            ITEMS,
            before);

    assertThat(mapping.response()).isEqualTo("NR");
    assertThat(mapping.person()).isEmpty();
    assertThat(mapping.department()).isEmpty();
    assertThat(mapping.unnamed()).isEqualTo(new DepartmentId("finance"));
    assertThat(mapping.items()).containsExactly(Map.entry("q7", "jobWorry"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Helemaal mee eens | 5",
        "helemaal mee oneens. | 1",
        "Neutraal | 3",
        "Somewhat disagree | 2",
        "Stimme voll und ganz zu | 5",
        "Plutôt d’accord | 4",
        "Soms | 3",
        "4 | 4",
        "4 - mee eens | 4",
        "A2 | 2",
        "AO05 | 5",
        "4,0 | 4",
        "heel erg | 5",
        "7 | ''",
        "weet niet | ''"
      })
  void of_a_text_is_a_point_of_a_scale(String text, String point) {
    assertThat(MappingProposal.answer(WORRY, text).orElse("")).isEqualTo(point);
  }

  @Test
  void of_a_text_is_no_point_that_the_scale_does_not_have() {
    AnswerItem three = scale("three", "Ready?", 3);
    AnswerItem seven = scale("seven", "Ready?", 7);
    AnswerItem four = scale("four", "Ready?", 4);

    assertThat(MappingProposal.answer(three, "Neutraal")).contains("2");
    assertThat(MappingProposal.answer(three, "Mee eens")).isEmpty();
    assertThat(MappingProposal.answer(seven, "Helemaal mee eens")).contains("7");
    assertThat(MappingProposal.answer(seven, "Neutral")).contains("4");
    assertThat(MappingProposal.answer(four, "Neutral")).isEmpty();
  }

  @Test
  void of_a_text_is_a_choice_by_its_id_its_text_or_its_place() {
    assertThat(MappingProposal.answer(TASK, "mail")).contains("mail");
    assertThat(MappingProposal.answer(TASK, " MINUTES. ")).contains("minutes");
    assertThat(MappingProposal.answer(TASK, "A2")).contains("mail");
    assertThat(MappingProposal.answer(TASK, "A3")).isEmpty();
    assertThat(MappingProposal.answer(TASK, "Anything else that Jan said")).isEmpty();
  }

  static AnswerItem scale(String id, String ask, int points) {
    return new AnswerItem(
        id,
        Text.of("nl", ask),
        Stream.iterate(1, point -> point + 1)
            .limit(points)
            .map(point -> new Allowed("" + point, List.of()))
            .toList(),
        false);
  }

  private static SourceColumn column(String name, ColumnRole role) {
    return new SourceColumn(name, name, role, List.of());
  }
}
