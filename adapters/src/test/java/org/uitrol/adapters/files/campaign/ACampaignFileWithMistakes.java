package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.adapters.files.campaign.CampaignFile.Bad;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;

class ACampaignFileWithMistakes {

  @Test
  void tells_file_line_column_path_and_what_is_allowed() throws IOException {
    String file = base().replace("  country: NL\n", "  countri: NL\n");

    assertThat(AnyCampaignFile.problems(file))
        .extracting(Problem::toString)
        .containsExactly(
            "plan.yaml:8:3: calendar.country: 'country' is missing",
            "plan.yaml:9:3: calendar.countri: unknown key 'countri', did you mean 'country'?"
                + " Allowed here: zone, country, days, hours, closed");
  }

  @Test
  void tells_them_all_at_once_in_the_order_of_the_file() throws IOException {
    String file =
        base()
            .replace("ai: generative", "ai: magic")
            .replace("smallestGroup: 6", "smallestGroup: 2")
            .replace("seats: 40", "seats: none")
            .replace("on: survey.closed", "on: survey.close");

    assertThat(AnyCampaignFile.problems(file))
        .extracting(Problem::path)
        .containsExactly("ai", "privacy.smallestGroup", "reactions[0].on", "rooms[0].seats");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '`',
      value = {
        "if: answers.jobWory >= 3.5 ~ 9",
        "if: true && answers.jobWory >= 3.5 ~ 17",
        "if:   'true && answers.jobWory >= 3.5' ~ 20",
        "if: \"true && answers.jobWory >= 3.5\" ~ 18",
        "if: \"stage == \\\"x\\\" && answers.jobWory >= 3.5\" ~ 28",
        "if: \"stage == \\u0027x\\u0027 && answers.jobWory >= 3.5\" ~ 36",
        "if: 'stage == ''x'' && answers.jobWory >= 3.5' ~ 28",
      })
  void tell_the_column_inside_a_condition(String line, int column) throws IOException {
    String file = base().replace("if: answers.jobWorry >= 3.5", line);

    Problem problem = AnyCampaignFile.problems(file).get(0);

    assertThat(problem.path()).isEqualTo("reactions[0].if");
    assertThat(problem.message()).startsWith("nothing is called 'answers.jobWory'");
    assertThat(problem.line()).isEqualTo(line(file, "answers.jobWory"));
    assertThat(problem.column()).isEqualTo(column);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if: |\n      true &&\n      answers.jobWory >= 3.5",
        "if: >\n      true &&\n      answers.jobWory >= 3.5",
        "if: true &&\n      answers.jobWory >= 3.5",
        "if: \"true &&\n      answers.jobWory >= 3.5\"",
        "if: 'true &&\n\n      answers.jobWory >= 3.5'",
      })
  void tell_the_line_inside_a_condition_of_several_lines(String lines) throws IOException {
    String file = base().replace("if: answers.jobWorry >= 3.5", lines);

    Problem problem = AnyCampaignFile.problems(file).get(0);

    assertThat(problem.line()).isEqualTo(line(file, "answers.jobWory"));
    assertThat(problem.column()).isEqualTo(7);
  }

  @Test
  void may_name_a_key_twice() throws IOException {
    String file = base().replace("tool: Tool\n", "tool: Tool\ntool: Other\n");

    assertThat(AnyCampaignFile.problems(file))
        .extracting(Problem::toString)
        .containsExactly("plan.yaml:5:1: tool: 'tool' stands here twice");
    assertThat(AnyCampaignFile.problems(base().replace("  other: { subject", "  news: { subject")))
        .anySatisfy(problem -> assertThat(problem.message()).isEqualTo("'news' stands here twice"));
  }

  @Test
  void may_leave_a_value_out() throws IOException {
    assertThat(AnyCampaignFile.problems(base().replace("tool: Tool", "tool:")))
        .extracting(Problem::toString)
        .containsExactly("plan.yaml:4:1: tool: 'tool' has no value");
  }

  @Test
  void may_look_at_one_persons_use_without_anybodys_consent() throws IOException {
    String privacy = "smallestGroup: 6, usage: { of: copilot, activeWeeks: 3 }, individualUsage: ";
    String asked =
        base().replaceAll("(?m)^privacy:.*$", "privacy: { " + privacy + "with-consent }");
    String idle = "reactions:\n  - { id: idle, on: usage.idle, then: [{ mail: news }] }\n";

    assertThat(AnyCampaignFile.good(asked).plan().privacy().usage())
        .isNotNull()
        .satisfies(usage -> assertThat(usage.isIndividual()).isTrue());
    for (String file :
        List.of(
            asked.replaceAll("(?m)^consultation:.*\n", ""),
            asked.replace("needs: consent", "needs: advice"))) {
      assertThat(AnyCampaignFile.problems(file))
          .extracting(Problem::path)
          .containsExactly("privacy");
    }
    assertThat(
            AnyCampaignFile.problems(
                base()
                    .replaceAll("(?m)^privacy:.*$", "privacy: { individualUsage: with-consent }")))
        .extracting(Problem::path)
        .contains("privacy.individualUsage");
    assertThat(AnyCampaignFile.problems(base().replaceAll("(?ms)^reactions:.*?^(?=[a-z])", idle)))
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("one person's use is looked at by nobody here"));
  }

  @Test
  void may_have_waves_that_wait_for_each_other() throws IOException {
    String file = base().replace("start: \"2027-01-11\"", "after: { wave: rest, stage: announce }");

    assertThat(AnyCampaignFile.problems(file))
        .extracting(Problem::toString)
        .containsExactly("plan.yaml:17:5: waves[0]: this wave waits for itself: pilot, rest");
  }

  @Test
  void may_give_the_others_to_two_waves() throws IOException {
    String file = base().replace("departments: [finance]", "departments: others");

    assertThat(AnyCampaignFile.problems(file))
        .extracting(Problem::path, Problem::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "waves[1].departments", "an earlier wave has the others already"));
  }

  @Test
  void may_share_out_more_than_there_is() throws IOException {
    String file = base().replace("departments: [finance]", "departments: { share: 91% }");

    assertThat(AnyCampaignFile.problems(file))
        .extracting(Problem::toString)
        .containsExactly(
            "plan.yaml:19:97: waves[2].departments.share: the shares of the waves are more than"
                + " 100% together");
  }

  @Test
  void may_leave_nothing_for_the_others() throws IOException {
    String file = base().replace("departments: [finance]", "departments: { share: 90% }");

    assertThat(AnyCampaignFile.problems(file))
        .extracting(Problem::path, Problem::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "waves[1].departments", "the shares of other waves leave nothing for others"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '`',
      value = {
        "`` ~ the file is empty",
        "# only words ~ the file is empty",
        "just words ~ expected the keys uitrol, campaign",
        "[1, 2] ~ expected the keys uitrol, campaign",
        "{ uitrol: 1 ~ this isn't YAML",
        "a: b: c ~ this isn't YAML: mapping values are not allowed here",
        "a: *nobody ~ this isn't YAML: found undefined alias nobody",
        "a: !attended && x ~ put a text that begins with or holds one of ! & * % in quotes",
        "a: !attended ~ is a YAML tag, and those aren't allowed",
        "a: !!java.net.URL [x] ~ is a YAML tag, and those aren't allowed",
        "? [a] ~ a key must be a word",
      })
  void may_be_no_campaign_file(String text, String says) {
    assertThat(AnyCampaignFile.problems(text))
        .anySatisfy(problem -> assertThat(problem.message()).contains(says));
  }

  @Test
  void may_be_two_documents() throws IOException {
    assertThat(AnyCampaignFile.problems(base() + "---\n" + base()).get(0).message())
        .startsWith("this isn't YAML: expected a single document");
  }

  @Test
  @Timeout(20)
  void are_found_quickly_in_a_file_that_means_harm() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      laughs.append("a").append(i).append(": &a").append(i).append(" [");
      laughs.append(("*a" + (i - 1) + ", ").repeat(4)).append("x]\n");
    }

    assertThat(AnyCampaignFile.problems(laughs.toString()).get(0).message())
        .contains("unfold to too much");
    assertThat(AnyCampaignFile.problems("a: &a [*a]").get(0).message())
        .contains("unfold to too much");
    assertThat(AnyCampaignFile.problems("[".repeat(100_000)).get(0).message())
        .contains("this isn't YAML");
    assertThat(AnyCampaignFile.problems("{a: ".repeat(100_000)).get(0).message())
        .contains("this isn't YAML");
    assertThat(AnyCampaignFile.problems("x: " + "a".repeat(1 << 20)).get(0).message())
        .isEqualTo("the file is larger than 1 MB");
    assertThat(AnyCampaignFile.problems("stages: [" + "{},".repeat(100_000) + "]")).isNotEmpty();
    assertThat(AnyCampaignFile.problems("rooms: [" + "{},".repeat(499) + "]")).hasSize(200);
    assertThat(AnyCampaignFile.problems("k: 1\n".repeat(100_000))).isNotEmpty();
  }

  @Test
  void tells_where_a_file_stops_being_utf_8() throws IOException {
    byte[] windows =
        base().replace("tool: Tool", "tool: Café").getBytes(Charset.forName("windows-1252"));

    assertThat(((Bad) AnyCampaignFile.read(windows)).problems())
        .extracting(Problem::toString)
        .containsExactly("plan.yaml:4:10: a character that isn't UTF-8: save the file as UTF-8");
  }

  @Test
  void tells_of_a_character_that_yaml_forbids() {
    assertThat(AnyCampaignFile.problems("a: b\nc: \u0001"))
        .extracting(Problem::toString)
        .containsExactly("plan.yaml:2:4: the character U+0001 isn't allowed");
  }

  @Test
  void is_right_in_utf_8_with_a_mark_and_in_utf_16_with_windows_line_ends() throws IOException {
    String text = base().replace("\n", "\r\n").replace("tool: Tool", "tool: Café 🙂");

    assertThat(AnyCampaignFile.read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Good.class);
    assertThat(AnyCampaignFile.read(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(Good.class);
    assertThat(AnyCampaignFile.read(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE)))
        .isInstanceOf(Good.class);
  }

  @Test
  void is_right_with_a_few_aliases() throws IOException {
    String file =
        base()
            .replace("low: { nl: nee, en: no }", "low: &no { nl: nee, en: no }")
            .replace("high: { nl: ja, en: yes }", "high: *no");

    assertThat(AnyCampaignFile.read(file)).isInstanceOf(Good.class);
  }

  @Test
  void is_right_with_words_that_older_yaml_took_for_truth() throws IOException {
    String file = base().replace("tool: Tool", "tool: yes").replace("why: Vakantie", "why: off");

    assertThat(AnyCampaignFile.good(file).plan().tool()).isEqualTo("yes");
  }

  private static int line(String file, String text) {
    return (int) file.substring(0, file.indexOf(text)).lines().count();
  }

  private static String base() throws IOException {
    return AnyCampaignFile.resource("/campaign-file/base.yaml");
  }
}
