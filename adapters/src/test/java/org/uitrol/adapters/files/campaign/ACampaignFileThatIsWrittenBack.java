package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.adapters.files.campaign.EachKeyOfACampaignFile.Row;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.PersonId;

class ACampaignFileThatIsWrittenBack {

  private static final Map<PersonId, String> ADDRESSES =
      AnyCampaignFile.PEOPLE.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private final CampaignFileWriter writer = new CampaignFileWriter();

  @ParameterizedTest
  @ValueSource(strings = {"/sample/campaign.yaml", "/campaign-file/base.yaml"})
  void gives_the_same_plan(String file) throws IOException {
    Plan plan = AnyCampaignFile.good(AnyCampaignFile.resource(file)).plan();

    assertThat(AnyCampaignFile.good(written(plan)).plan()).isEqualTo(plan);
  }

  @ParameterizedTest
  @MethodSource("org.uitrol.adapters.files.campaign.EachKeyOfACampaignFile#rows")
  void gives_the_same_plan_whichever_key_differs(Row row) {
    Plan plan =
        AnyCampaignFile.good(EachKeyOfACampaignFile.with(row.at(), row.right()).toString()).plan();

    assertThat(AnyCampaignFile.good(written(plan)).plan()).isEqualTo(plan);
    assertThat(EachKeyOfACampaignFile.errorsBySchema(written(plan))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "null",
        "~",
        "12",
        "1.5",
        "0x1F",
        "1e3",
        "on",
        "2027-01-11",
        "<<",
        "=",
        "a: b",
        "# no comment",
        "- item",
        "'quoted'",
        "\"quoted\"",
        "{{x}}",
        "[x]",
        "*x",
        "&x",
        "!x",
        "%x",
        "@x",
        "`x",
        "a\tb",
        "Zoë 🙂 \u202e",
        "trailing:",
        "back\\slash",
        "?",
        "|",
        ">"
      })
  void keeps_texts_that_look_like_something_else(String tool) throws IOException {
    String quoted = "\"" + tool.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    Plan plan =
        AnyCampaignFile.good(
                AnyCampaignFile.resource("/campaign-file/base.yaml")
                    .replace("tool: Tool", "tool: " + quoted))
            .plan();

    assertThat(plan.tool()).isEqualTo(tool);
    assertThat(AnyCampaignFile.good(written(plan)).plan()).isEqualTo(plan);
  }

  @Test
  void is_pleasant_to_read() throws IOException {
    Plan plan = AnyCampaignFile.good(AnyCampaignFile.resource("/sample/campaign.yaml")).plan();

    assertThat(written(plan))
        .startsWith("uitrol: 1\ncampaign: copilot-voorbeeldgemeente\ntitle:\n    nl: Copilot")
        .contains("on: survey.closed\n")
        .contains("body:\n            nl: |-\n                Hallo {{givenName}},\n\n")
        .contains("start: 2027-01-11\n")
        .doesNotContain("!!")
        .doesNotContain("&id");
  }

  private String written(Plan plan) {
    return writer.write(plan, person -> ADDRESSES.getOrDefault(person, "nobody"));
  }
}
