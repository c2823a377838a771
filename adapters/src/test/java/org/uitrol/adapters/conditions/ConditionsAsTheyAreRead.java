package org.uitrol.adapters.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.adapters.conditions.ConditionCheck.Issue;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.Fact;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;

class ConditionsAsTheyAreRead {

  private static final List<Fact> KNOWN = known();

  private final ConditionCheck check = new ConditionCheck();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "responses.rate >= 0.4",
        "answers.jobWorry >= 3",
        "answers.jobWorry == 3",
        "!attended && activity.kind == 'training'",
        "activity.kind in ['demo', \"training\"]",
        "(trained.count + 1) / department.size > 0.5 || attended",
        "false"
      })
  void are_right(String condition) {
    assertThat(check.check(condition, KNOWN).issues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '"',
      value = {
        "respons.rate > 1 ~ 0 ~ nothing is called 'respons.rate', did you mean 'responses.rate'?",
        "attended && responses.rat > 1 ~ 12 ~ did you mean 'responses.rate'?",
        "answers.jobWory > 1 ~ 0 ~ did you mean 'answers.jobWorry'?",
        "budget.left == 0 ~ 0 ~ Known here: stage, responses.rate,",
        "responses > 1 ~ 0 ~ nothing is called 'responses'",
        "responses.rate >= 'x' ~ 15 ~ '>=' doesn't work for a number and a text",
        "attended && 3 ~ 9 ~ '&&' doesn't work for true or false and a number",
        "activity.kind == 3 ~ 14 ~ '==' doesn't work for a text and a number",
        "!responses.rate ~ 0 ~ '!' doesn't work for a number",
        "activity.kind in [1] ~ 14 ~ 'in' doesn't work for a text and a list",
        "responses.rate ~ 9 ~ the condition must be true or false, but this is a number",
        "responses.rate + 1 ~ 15 ~ the condition must be true or false, but this is a number",
        "'yes' ~ 0 ~ the condition must be true or false, but this is a text",
        "attended && ~ 11 ~ the condition stops too early",
        "responses.rate = 1 ~ 15 ~ unexpected '='; write == to compare",
        "attended and attended ~ 9 ~ write && for and",
        "attended or attended ~ 9 ~ write || for or",
        "responses.rate > 3,5 ~ 18 ~ write decimals with a point, as in 3.5",
        "activity.kind == 'x ~ 17 ~ a text that isn't closed",
        "attended # attended ~ 9 ~ unexpected '#",
        "size(activity.kind) > 1 ~ 4 ~ 'size' isn't available here",
        "[1].all(x, x > 0) ~ 7 ~ 'all' isn't available here",
        "activity.kind.matches('.*') ~ 21 ~ 'matches' isn't available here",
        "has(activity.kind) ~ 3 ~ 'has' isn't available here",
        "responses.rate % 2 == 0 ~ 15 ~ '%' isn't available here",
        "[attended][0] ~ 10 ~ '[]' isn't available here",
        "{'a': true}.a ~ 11 ~ isn't available here",
        "null == attended ~ 0 ~ isn't available here",
        "responses.rate > 1u ~ 17 ~ isn't available here",
        "b'x' == b'x' ~ 0 ~ isn't available here",
      })
  void are_refused_with_the_place_and_what_is_allowed(String condition, int offset, String says) {
    List<Issue> issues = check.check(condition, KNOWN).issues();

    assertThat(issues).isNotEmpty();
    assertThat(issues.get(0).message()).contains(says);
    assertThat(issues.get(0).offset()).isEqualTo(offset);
  }

  @Test
  void name_every_unknown_fact_at_once() {
    assertThat(check.check("foo > 1 && bar > 1", KNOWN).issues())
        .extracting(Issue::offset)
        .containsExactly(0, 11);
  }

  @Test
  void count_places_in_characters_over_lines_and_emoji() {
    assertThat(check.check("activity.kind == '🙂' &&\n foo", KNOWN).issues())
        .extracting(Issue::offset)
        .containsExactly(25);
  }

  @Test
  void tell_which_facts_they_use() {
    assertThat(check.check("attended && responses.rate > 1 && attended", KNOWN).names())
        .containsExactly("attended", "responses.rate");
  }

  @Test
  @Timeout(10)
  void are_refused_quickly_however_long_or_deep() {
    List<String> hostile =
        List.of(
            "true && ".repeat(1_000_000) + "true",
            "(".repeat(240) + "true" + ")".repeat(240),
            "-".repeat(495) + "1",
            "[".repeat(245) + "]".repeat(245),
            "true?".repeat(98) + "true",
            "a.".repeat(249) + "a");

    for (String condition : hostile) {
      assertThat(check.check(condition, KNOWN).issues()).isNotEmpty();
    }
  }

  private static List<Fact> known() {
    List<Fact> facts = new ArrayList<>(EvidenceCatalog.evidence(List.of("jobWorry", "dataWorry")));
    facts.addAll(EvidenceCatalog.of(ReactionTrigger.ATTENDANCE_RECORDED));
    return facts;
  }
}
