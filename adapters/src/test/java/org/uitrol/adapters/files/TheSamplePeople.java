package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.PersonField;

class TheSamplePeople {

  private ReadRows people = new ReadRows();

  @BeforeEach
  void read() throws IOException {
    try (InputStream sample = TheSamplePeople.class.getResourceAsStream("/sample/people.csv")) {
      people = ReadRows.of(Objects.requireNonNull(sample).readAllBytes());
    }
  }

  @Test
  void are_read_without_any_problem() {
    assertThat(people.problems).isEmpty();
    assertThat(people.ignored).isEmpty();
  }

  @Test
  void work_in_three_departments_in_two_languages() {
    Map<String, Long> departments =
        people.rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.value(PersonField.DEPARTMENT), TreeMap::new, Collectors.counting()));
    assertThat(departments)
        .isEqualTo(Map.of("Burgerzaken", 42L, "Financiën", 32L, "Sociaal Domein", 44L));
    assertThat(people.rows)
        .extracting(row -> row.value(PersonField.LANGUAGE))
        .contains("nl", "en")
        .isSubsetOf("nl", "en");
  }

  @Test
  void can_get_mail_only_at_a_domain_that_does_not_exist() {
    assertThat(people.rows)
        .extracting(row -> row.value(PersonField.EMAIL))
        .doesNotHaveDuplicates()
        .allMatch(email -> email.endsWith("@gemeente-voorbeeld.example"))
        .contains(
            "directeur@gemeente-voorbeeld.example",
            "change.manager@gemeente-voorbeeld.example",
            "ondernemingsraad@gemeente-voorbeeld.example",
            "trainer@gemeente-voorbeeld.example");
  }

  @Test
  void have_a_manager_in_the_file_but_for_the_director() {
    Set<String> numbers =
        people.rows.stream()
            .map(row -> row.value(PersonField.EMPLOYEE_NUMBER))
            .collect(Collectors.toSet());
    assertThat(numbers).hasSameSizeAs(people.rows);
    assertThat(people.rows)
        .allSatisfy(
            row -> {
              String manager = row.value(PersonField.MANAGER);
              boolean director = row.value(PersonField.FUNCTION).equals("Directeur");
              assertThat(manager.isEmpty()).isEqualTo(director);
              assertThat(director || numbers.contains(manager)).isTrue();
            });
  }
}
