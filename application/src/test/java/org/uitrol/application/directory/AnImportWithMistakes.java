package org.uitrol.application.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.domain.shared.DepartmentId;

/** However many people are done in one transaction. */
@ParameterizedClass
@ValueSource(ints = {1, 2, 500})
class AnImportWithMistakes {

  private final ImportDesk desk;

  AnImportWithMistakes(int atOnce) {
    desk = new ImportDesk(atOnce);
  }

  @Test
  void refuses_the_second_row_of_one_person_and_names_the_first() {
    ImportReport report =
        desk.apply("p1;a@x.example;HR;", "P1;b@x.example;HR;", "3;a@x.example;HR;", "4;;HR;");
    assertThat(report.problems())
        .extracting(RowProblem::line, RowProblem::code, RowProblem::reason)
        .containsExactly(
            tuple(3L, "EMPLOYEE_NUMBER_TWICE", "the same employee number stands on line 2"),
            tuple(4L, "EMAIL_TWICE", "the same e-mail address stands on line 2"));
    assertThat(report.counts()).isEqualTo(new ImportCounts(2, 0, 0, 2, 0));
    assertThat(desk.vault.count()).isEqualTo(2);
  }

  @Test
  void refuses_two_names_that_would_become_one_department() {
    ImportReport report = desk.apply("1;;R&D;", "2;;R-D;", "3;;r&d;");
    assertThat(report.problems())
        .extracting(RowProblem::line, RowProblem::code)
        .containsExactly(tuple(3L, "DEPARTMENT_NAMES_CLASH"));
    assertThat(desk.directory.members(new DepartmentId("r-d"))).hasSize(2);
  }

  @Test
  void refuses_a_department_name_without_any_letter_for_a_key() {
    assertThat(desk.apply("1;;財務;").problems())
        .extracting(RowProblem::code)
        .containsExactly("DEPARTMENT_NAME_UNUSABLE");
  }

  @Test
  void refuses_to_take_the_address_of_a_known_person_who_is_not_in_the_file() {
    desk.apply("1;a@x.example;HR;", "2;b@x.example;HR;");
    ImportReport report = desk.apply("2;a@x.example;HR;", "3;b@x.example;HR;");
    assertThat(report.problems())
        .extracting(RowProblem::line, RowProblem::code)
        .containsExactly(tuple(2L, "EMAIL_TAKEN"), tuple(3L, "EMAIL_TAKEN"));
    assertThat(desk.vault.findByEmail("a@x.example")).contains(desk.person("1"));
    assertThat(desk.vault.findByEmail("b@x.example")).contains(desk.person("2"));
  }

  @Test
  void imports_a_row_without_the_manager_who_is_unknown_or_the_person_themselves() {
    ImportReport report = desk.apply("1;;HR;404", "2;;HR;2", "3;;HR;nobody@x.example");
    assertThat(report.problems())
        .extracting(RowProblem::line, RowProblem::code, RowProblem::refused)
        .containsExactly(
            tuple(2L, "MANAGER_UNKNOWN", false),
            tuple(3L, "MANAGER_IS_SELF", false),
            tuple(4L, "MANAGER_UNKNOWN", false));
    assertThat(report.counts()).isEqualTo(new ImportCounts(3, 0, 0, 0, 0));
    assertThat(desk.vault.find(desk.person("2")))
        .hasValueSatisfying(data -> assertThat(data.manager()).isNull());
  }

  @Test
  void keeps_the_first_problems_and_counts_all() {
    String[] rows = IntStream.range(0, 700).mapToObj(i -> "1;;HR;").toArray(String[]::new);
    ImportReport report = desk.preview(rows);
    assertThat(report.problems()).hasSize(500);
    assertThat(report.problemCount()).isEqualTo(699);
    assertThat(report.counts().refused()).isEqualTo(699);
  }

  @ParameterizedTest
  @CsvSource({
    "Financiën,financien",
    "Sociaal Domein,sociaal-domein",
    "  --Team  3/4 (Zuid)!,team-3-4-zuid",
    "Straße & Verkehr,strasse-verkehr",
    "Økonomi,okonomi",
    "İstanbul,istanbul"
  })
  void makes_keys_of_department_names(String name, String key) {
    assertThat(DepartmentKeys.key(name)).contains(new DepartmentId(key));
  }

  @Test
  void cuts_the_key_of_an_endless_name() {
    assertThat(DepartmentKeys.key("a-".repeat(100)))
        .hasValueSatisfying(key -> assertThat(key.value()).hasSizeLessThanOrEqualTo(60));
  }

  @Test
  void does_not_show_people_in_texts_that_may_reach_a_log() {
    PersonalData data = PersonalData.UNKNOWN.with(Map.of(PersonField.EMAIL, "a@x.example"));
    assertThat(data.toString()).doesNotContain("x.example");
    assertThat(new PersonRow(7, Map.of(PersonField.EMAIL, "a@x.example")).toString())
        .isEqualTo("PersonRow[line=7]");
  }

  @Test
  void forgets_its_rows_in_any_case() {
    desk.preview("1;;HR;", "1;;HR;");
    desk.apply("1;;HR;", "1;;HR;");
    assertThat(desk.stages.stages).isEmpty();
  }
}
