package org.uitrol.domain.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.Fact;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.ValueType;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;

class FactsThatConditionsMayUse {

  @Test
  void each_has_a_name_of_its_own_and_a_meaning_in_dutch_and_english() {
    List<Fact> facts = EvidenceCatalog.evidence(List.of("jobWorry"));

    assertThat(facts).extracting(Fact::name).contains("responses.rate", "answers.jobWorry");
    assertThat(facts).extracting(Fact::name).doesNotHaveDuplicates();
    assertThat(facts)
        .allSatisfy(
            fact -> {
              assertThat(fact.meaning().in()).containsOnlyKeys("nl", "en");
              assertThat(EvidenceCatalog.find(fact.name())).contains(fact);
            });
  }

  @ParameterizedTest
  @EnumSource(ReactionTrigger.class)
  void every_fact_of_every_trigger_is_among_them(ReactionTrigger trigger) {
    assertThat(EvidenceCatalog.of(trigger))
        .extracting(Fact::name)
        .containsExactlyElementsOf(trigger.facts());
  }

  @Test
  void whether_someone_was_there_is_true_or_false() {
    assertThat(EvidenceCatalog.find("attended")).map(Fact::type).contains(ValueType.TRUTH);
  }

  @Test
  void one_question_asked_in_two_surveys_is_one_fact() {
    assertThat(EvidenceCatalog.evidence(List.of("jobWorry", "jobWorry")))
        .filteredOn(fact -> fact.name().startsWith("answers."))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1st", "job-worry", "job worry", "in", "while", "a.b", "é", "x\n"})
  void a_name_that_a_condition_could_not_write_is_no_question(String id) {
    assertThat(EvidenceCatalog.isQuestionId(id)).isFalse();
    assertThat(EvidenceCatalog.find("answers." + id)).isEmpty();
  }
}
