package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class PeopleWhoMustNotComeBack {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final MasterKey KEY = MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");

  @Test
  void are_known_by_their_number_or_where_there_is_none_by_their_address(JdbcClient jdbc) {
    PostgresErasedPeople erased = new PostgresErasedPeople(jdbc, KEY);
    erase(
        erased,
        SANNE,
        Map.of(PersonField.EMPLOYEE_NUMBER, "a-17", PersonField.EMAIL, "sanne@example.org"));
    erase(erased, JOOST, Map.of(PersonField.EMAIL, "joost@example.org"));

    assertThat(erased.find(Map.of(PersonField.EMPLOYEE_NUMBER, "A-17 "))).contains(SANNE);
    assertThat(erased.find(Map.of(PersonField.EMAIL, "Sanne@example.org"))).contains(SANNE);
    assertThat(
            erased.find(
                Map.of(
                    PersonField.EMPLOYEE_NUMBER, "a-18", PersonField.EMAIL, "sanne@example.org")))
        .as("her address went to a colleague")
        .isEmpty();
    assertThat(
            erased.find(
                Map.of(
                    PersonField.EMPLOYEE_NUMBER, "a-19", PersonField.EMAIL, "joost@example.org")))
        .contains(JOOST);
    assertThat(erased.find(Map.of(PersonField.EMAIL, "no address"))).isEmpty();
    assertThat(erased.find(Map.of())).isEmpty();
  }

  @Test
  void are_known_to_the_directory_and_forgotten_when_they_are_let_in(JdbcClient jdbc) {
    PostgresErasedPeople erased = new PostgresErasedPeople(jdbc, KEY);
    PersonId eva = new PersonId("p-3");
    erase(
        erased,
        eva,
        Map.of(PersonField.EXTERNAL_ID, "ext-9", PersonField.USER_NAME, "eva@corp.example"));
    assertThat(erased.find(Map.of(PersonField.EXTERNAL_ID, "ext-9"))).contains(eva);
    assertThat(erased.find(Map.of(PersonField.USER_NAME, "EVA@corp.example"))).contains(eva);

    erased.readmit(eva);

    assertThat(erased.find(Map.of(PersonField.EXTERNAL_ID, "ext-9"))).isEmpty();
  }

  @Test
  void leave_marks_that_tell_nothing(JdbcClient jdbc) {
    PostgresErasedPeople erased = new PostgresErasedPeople(jdbc, KEY);
    List<String> marks =
        erased.marksOf(
            PersonalData.UNKNOWN.with(
                Map.of(PersonField.EMPLOYEE_NUMBER, "a-20", PersonField.EMAIL, "x@example.org")));

    assertThat(marks).hasSize(2).allMatch(mark -> mark.matches("(NUMBER|EMAIL):[0-9a-f]{64}"));
    assertThat(erased.marksOf(PersonalData.UNKNOWN)).isEmpty();
  }

  private static void erase(
      PostgresErasedPeople erased, PersonId person, Map<PersonField, String> fields) {
    List<String> marks = erased.marksOf(PersonalData.UNKNOWN.with(fields));
    erased.add(person, marks, NOW);
    erased.add(person, marks, NOW);
  }
}
