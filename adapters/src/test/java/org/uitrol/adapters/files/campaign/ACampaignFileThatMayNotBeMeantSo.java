package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ACampaignFileThatMayNotBeMeantSo {

  @Test
  void warns_of_a_text_that_a_language_lacks() throws IOException {
    assertThat(warnings("title: { nl: Basis, en: Base }", "title: Basis"))
        .contains("plan.yaml:3:8: title: there is no text in 'en'");
    assertThat(warnings("title: { nl: Basis, en: Base }", "title: { nl: Basis }"))
        .contains("plan.yaml:3:8: title: there is no text in 'en'");
  }

  @Test
  void warns_of_what_nothing_uses() throws IOException {
    assertThat(warnings("x", "x"))
        .anySatisfy(warning -> assertThat(warning).endsWith("nothing uses the room web"))
        .anySatisfy(warning -> assertThat(warning).endsWith("nothing uses the survey other"))
        .noneSatisfy(warning -> assertThat(warning).endsWith("nothing uses the survey ask"));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-10, sunday",
    "2027-02-22, closed",
  })
  void warns_of_a_wave_that_starts_on_a_free_day(String day, String why) throws IOException {
    assertThat(warnings("2027-01-11", day))
        .as(why)
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .endsWith(day + " isn't a working day: the wave starts on the next one"));
  }

  @Test
  void warns_of_a_condition_over_a_fact_that_never_becomes_known() throws IOException {
    assertThat(warnings("\"responses.rate >= 0.4\"", "\"answers.trust >= 3\""))
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .endsWith(
                        "stages[0].gate.needs[0]: nothing that the plan does makes"
                            + " 'answers.trust' known"));
    assertThat(warnings("\"responses.rate >= 0.4\"", "\"readiness.score >= 3\""))
        .noneSatisfy(warning -> assertThat(warning).contains("makes"));
  }

  @Test
  void warns_of_use_that_nothing_counts() throws IOException {
    String counted = ", usage: { of: copilot, activeWeeks: 3 }";
    String base = AnyCampaignFile.resource("/campaign-file/base.yaml");
    String asking = base.replace("\"responses.rate >= 0.4\"", "\"adoption.activeShare >= 0.4\"");

    assertThat(all(asking)).noneSatisfy(warning -> assertThat(warning).contains("makes"));
    assertThat(all(asking.replace(counted, "")))
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .endsWith("nothing that the plan does makes 'adoption.activeShare' known"));
  }

  @Test
  void warns_of_a_reaction_to_reports_of_use_that_do_not_count() throws IOException {
    String reacting =
        AnyCampaignFile.resource("/campaign-file/base.yaml")
            .replace("on: survey.closed", "on: usage.reported");

    assertThat(reports(reacting)).isEmpty();
    assertThat(reports(reacting.replace(", usage: { of: copilot, activeWeeks: 3 }", "")))
        .singleElement()
        .satisfies(warning -> assertThat(warning).contains(".on: "));
  }

  private static List<String> reports(String file) {
    return all(file).stream().filter(warning -> warning.contains("no report of use")).toList();
  }

  private static List<String> all(String file) {
    return AnyCampaignFile.good(file).warnings().stream().map(Problem::toString).toList();
  }

  private static List<String> warnings(String instead, String of) throws IOException {
    return AnyCampaignFile.good(
            AnyCampaignFile.resource("/campaign-file/base.yaml").replace(instead, of))
        .warnings()
        .stream()
        .map(Problem::toString)
        .toList();
  }
}
