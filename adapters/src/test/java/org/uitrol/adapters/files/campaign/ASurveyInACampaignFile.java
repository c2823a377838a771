package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.domain.campaign.Plan;

class ASurveyInACampaignFile {

  private static final Map<String, Object> SURVEY =
      Map.of(
          "title",
          Map.of("nl", "Nieuw", "en", "New"),
          "questions",
          List.of(
              Map.of(
                  "id", "q", "text", true, "ask", Map.of("nl", "Wat?", "en", "What's \"up\"?"))));

  @ParameterizedTest
  @ValueSource(strings = {"other", "fresh"})
  void is_written_without_touching_anything_else(String key) throws IOException {
    String file = AnyCampaignFile.resource("/campaign-file/base.yaml");
    Plan before = AnyCampaignFile.good(file).plan();

    String written = SurveyInFile.put(file, key, plain()).orElseThrow();

    Plan after = AnyCampaignFile.good(written).plan();
    assertThat(after.surveys()).containsKey(key).isNotEqualTo(before.surveys());
    assertThat(Objects.requireNonNull(after.surveys().get(key)).title().in("en")).isEqualTo("New");
    assertThat(after.withSurveys(before.surveys())).isEqualTo(before);
    before
        .surveys()
        .forEach(
            (other, survey) -> {
              if (!other.equals(key)) {
                assertThat(after.surveys()).containsEntry(other, survey);
              }
            });
    assertThat(SurveyInFile.put(written, key, plain())).hasValue(written);
  }

  @Test
  void keeps_the_comments_around_it() {
    String file =
        """
        # The plan.
        surveys:
            # The first.
            first:
                title: "Old # not a comment" # gone with it
                questions:
                    - { id: a,
                        ask: b }
            # The second.
            second: { title: x }

        # Meetings.
        meetings: {}
        """;

    assertThat(SurveyInFile.put(file, "first", Map.of("title", "New")))
        .hasValue(
            """
            # The plan.
            surveys:
                # The first.
                first:
                    title: New
                # The second.
                second: { title: x }

            # Meetings.
            meetings: {}
            """);
    assertThat(SurveyInFile.put(file, "third", Map.of("title", "Line\nand line\n")))
        .hasValue(
            """
            # The plan.
            surveys:
                # The first.
                first:
                    title: "Old # not a comment" # gone with it
                    questions:
                        - { id: a,
                            ask: b }
                # The second.
                second: { title: x }
                third:
                    title: |
                        Line
                        and line

            # Meetings.
            meetings: {}
            """);
  }

  @Test
  void keeps_what_stands_behind_a_text_of_several_lines() {
    assertThat(
            SurveyInFile.put(
                "surveys:\n  a:\n    intro: |\n      one\n\n      two\n  b: { x: y }\n",
                "a",
                Map.of("title", "New")))
        .hasValue("surveys:\n  a:\n      title: New\n  b: { x: y }\n");
  }

  @Test
  void is_the_first_one_of_a_file_without_surveys() {
    assertThat(SurveyInFile.put("uitrol: 1\ntool: x\n# end\n", "a", Map.of("title", "New")))
        .hasValue("uitrol: 1\ntool: x\nsurveys:\n  a:\n      title: New\n# end\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "surveys: {a: {title: x}}", "{surveys: 1}", "surveys: [", "- a"})
  void is_not_written_where_its_place_is_not_clear(String file) {
    assertThat(SurveyInFile.put(file, "a", Map.of("title", "New"))).isEqualTo(Optional.empty());
  }

  private static Map<String, Object> plain() {
    Map<String, Object> plain = new LinkedHashMap<>(SURVEY);
    plain.put("title", Map.of("nl", "Nieuw", "en", "New"));
    plain.put("texts", 10);
    return plain;
  }
}
