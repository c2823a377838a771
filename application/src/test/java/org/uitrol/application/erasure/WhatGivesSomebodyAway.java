package org.uitrol.application.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.domain.shared.PersonId;

class WhatGivesSomebodyAway {

  private static final Traces SANNE =
      Traces.of(
          new PersonId("p-1"),
          PersonalData.UNKNOWN.with(
              Map.of(
                  PersonField.EMPLOYEE_NUMBER, "10421",
                  PersonField.EMAIL, "sanne@example.org",
                  PersonField.GIVEN_NAME, "Sanne",
                  PersonField.FAMILY_NAME, "de Vries")));

  @Test
  void is_a_name_an_address_or_a_number_in_any_case_and_over_two_lines() {
    assertThat(SANNE.areIn("Beste SANNE\r\n de vries,")).isTrue();
    assertThat(SANNE.areIn("<Sanne@Example.org>: mailbox full")).isTrue();
    assertThat(SANNE.areIn("no mail to 10421!")).isTrue();
    assertThat(SANNE.areIn("de Vries, Sanne")).isTrue();
  }

  @Test
  void is_no_part_of_another_word_or_number() {
    assertThat(SANNE.areIn("110421 and 104210")).isFalse();
    assertThat(SANNE.areIn("marisanne@example.org")).isFalse();
    assertThat(SANNE.areIn("Sanne, de Vriesman")).isFalse();
    assertThat(SANNE.areIn("Sanne")).as("a given name is everybody's").isFalse();
  }

  @Test
  void is_never_shown_and_nothing_of_somebody_unknown() {
    assertThat(SANNE.toString()).isEqualTo("traces of p-1");
    Traces unknown = Traces.of(new PersonId("p-2"), PersonalData.UNKNOWN);
    assertThat(unknown.isEmpty()).isTrue();
    assertThat(unknown.areIn("anything")).isFalse();
  }
}
