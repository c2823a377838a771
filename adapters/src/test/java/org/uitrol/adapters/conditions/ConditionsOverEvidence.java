package org.uitrol.adapters.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.domain.rollout.gate.Finding.Result.FAILS;
import static org.uitrol.domain.rollout.gate.Finding.Result.HOLDS;
import static org.uitrol.domain.rollout.gate.Finding.Result.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uitrol.domain.rollout.gate.Facts;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.Finding.Result;

class ConditionsOverEvidence {

  private static final Facts FACTS =
      Facts.of(
          Map.of(
              "responses.rate",
              0.5,
              "answers.jobWorry",
              3.0,
              "attended",
              false,
              "activity.kind",
              "training",
              "stage",
              "demo",
              "stage.workingDays",
              4.0));

  private final CelConditions conditions = new CelConditions();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '"',
      value = {
        "responses.rate >= 0.4 ~ HOLDS",
        "responses.rate >= 0.6 ~ FAILS",
        "answers.jobWorry >= 3 ~ HOLDS",
        "answers.jobWorry >= 3.5 ~ FAILS",
        "answers.jobWorry == 3 ~ HOLDS",
        "answers.jobWorry != 3 ~ FAILS",
        "answers.jobWorry == 3.0 ~ HOLDS",
        "3 <= answers.jobWorry ~ HOLDS",
        "answers.jobWorry in [1, 3] ~ HOLDS",
        "answers.jobWorry + 1 == 4 ~ HOLDS",
        "-answers.jobWorry < -2.5 ~ HOLDS",
        "answers.jobWorry * 2 / 3 - 1 == 1 ~ HOLDS",
        "!attended && activity.kind == 'training' ~ HOLDS",
        "!attended && activity.kind == 'demo' ~ FAILS",
        "activity.kind in ['demo', 'training'] ~ HOLDS",
        "stage == 'demo' && stage.workingDays > 3 ~ HOLDS",
        "attended ? false : true ~ HOLDS",
        "true ~ HOLDS",
        "trained.share >= 0.8 ~ UNKNOWN",
        "trained.share >= 0.8 && responses.rate >= 0.4 ~ UNKNOWN",
        "trained.share >= 0.8 && responses.rate >= 0.6 ~ FAILS",
        "responses.rate >= 0.6 && trained.share >= 0.8 ~ FAILS",
        "trained.share >= 0.8 || responses.rate >= 0.4 ~ HOLDS",
        "trained.share >= 0.8 || responses.rate >= 0.6 ~ UNKNOWN",
        "!(trained.share >= 0.8) ~ UNKNOWN",
        "trained.share >= 0.8 ? true : true ~ UNKNOWN",
      })
  void hold_fail_or_stay_unknown(String condition, Result expected) {
    assertThat(conditions.check(condition, FACTS).result()).isEqualTo(expected);
  }

  @Test
  void say_which_facts_they_saw_and_no_others() {
    Finding finding =
        conditions.check("responses.rate >= 0.4 && trained.share >= 0.8 && !attended", FACTS);

    assertThat(finding.seen())
        .containsExactly(Map.entry("attended", false), Map.entry("responses.rate", 0.5));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity"})
  void treat_a_number_that_is_none_as_unknown(double value) {
    Facts facts = Facts.of(Map.of("readiness.score", value));

    assertThat(conditions.check("readiness.score < 3", facts).result()).isEqualTo(UNKNOWN);
    assertThat(conditions.check("readiness.score < 3", facts).seen()).isEmpty();
  }

  @Test
  void treat_a_fact_of_the_wrong_type_as_unknown() {
    Facts facts = Facts.of(Map.of("responses.rate", "9", "attended", "true"));

    assertThat(conditions.check("responses.rate >= 0.4", facts).result()).isEqualTo(UNKNOWN);
    assertThat(conditions.check("attended", facts).result()).isEqualTo(UNKNOWN);
  }

  @Test
  void take_whole_numbers_too() {
    Facts facts = Facts.of(Map.of("department.size", 40));

    assertThat(conditions.check("department.size == 40", facts).result()).isEqualTo(HOLDS);
  }

  @Test
  void are_not_moved_by_facts_with_hostile_names_or_values() {
    Facts facts =
        FACTS.with(
            Map.of(
                "",
                1.0,
                "true",
                false,
                "responses",
                9.0,
                "responses.rate || true",
                true,
                "answers.jobWorry\u0000",
                9.0,
                "__proto__",
                "x",
                "activity.kind",
                "' || true || '",
                "a".repeat(10_000),
                1.0));

    assertThat(conditions.check("activity.kind == 'training'", facts).result()).isEqualTo(FAILS);
    assertThat(conditions.check("responses.rate > 0.6", facts).result()).isEqualTo(FAILS);
    assertThat(conditions.check("true", facts).result()).isEqualTo(HOLDS);
  }

  @Test
  void stop_loudly_when_nobody_checked_them() {
    assertThatThrownBy(() -> conditions.check("respons.rate > 1", FACTS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nothing is called respons.rate");
    assertThatThrownBy(() -> conditions.check("size(stage) > 1", FACTS))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> conditions.check("responses.rate >", FACTS))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> conditions.check("responses.rate", FACTS))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void give_the_same_answer_to_many_threads_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> questions = new ArrayList<>();
      for (int i = 0; i < 4_000; i++) {
        double rate = (i % 100) / 100.0;
        String condition = "responses.rate >= 0.5 && answers.q" + (i % 7) + " > 0";
        Facts facts = Facts.of(Map.of("responses.rate", rate, "answers.q" + (i % 7), 1.0));
        questions.add(() -> conditions.check(condition, facts).holds() == (rate >= 0.5));
      }
      for (Future<Boolean> answer : threads.invokeAll(questions)) {
        assertThat(answer.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void stay_right_when_more_conditions_come_by_than_are_remembered() {
    for (int i = 0; i < 2_100; i++) {
      conditions.check("stage.workingDays > " + i, FACTS);
    }

    assertThat(conditions.check("stage.workingDays > 3", FACTS).result()).isEqualTo(HOLDS);
  }
}
