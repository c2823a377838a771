package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.UnreadablePeopleFile;

class APeopleFilesColumns {

  @Test
  void are_known_by_their_dutch_names() {
    ReadRows read =
        ReadRows.of(
            "Personeelsnummer;E-mailadres;Voornaam;Tussenvoegsel;Achternaam;Weergavenaam;Afdeling;"
                + "Functie;Senioriteit;Standplaats;Land;Taal;Tijdzone;Leidinggevende\n"
                + "17;S.vd.Berg@Gemeente-Voorbeeld.example;Sanne;van der;Berg;Sanne (FIN);Financiën;"
                + "Adviseur;senior;Stadhuis;Nederland;Nederlands;Europe/Amsterdam;3\n");
    assertThat(read.problems).isEmpty();
    assertThat(read.ignored).isEmpty();
    assertThat(read.rows)
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.cells())
                    .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                            Map.entry(PersonField.EMPLOYEE_NUMBER, "17"),
                            Map.entry(PersonField.EMAIL, "s.vd.berg@gemeente-voorbeeld.example"),
                            Map.entry(PersonField.GIVEN_NAME, "Sanne"),
                            Map.entry(PersonField.FAMILY_NAME, "van der Berg"),
                            Map.entry(PersonField.DISPLAY_NAME, "Sanne (FIN)"),
                            Map.entry(PersonField.DEPARTMENT, "Financiën"),
                            Map.entry(PersonField.FUNCTION, "Adviseur"),
                            Map.entry(PersonField.SENIORITY, "senior"),
                            Map.entry(PersonField.LOCATION, "Stadhuis"),
                            Map.entry(PersonField.COUNTRY, "NL"),
                            Map.entry(PersonField.LANGUAGE, "nl"),
                            Map.entry(PersonField.TIME_ZONE, "Europe/Amsterdam"),
                            Map.entry(PersonField.MANAGER, "3"))));
  }

  @Test
  void are_known_by_their_english_names_whatever_their_order_and_case() {
    ReadRows read =
        ReadRows.of(
            " DEPARTMENT , job_title,First Name,EMPLOYEE ID,Mail\nSales,Rep,Ann,9,ann@example.org\n");
    assertThat(read.rows)
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.cells())
                    .isEqualTo(
                        Map.of(
                            PersonField.DEPARTMENT, "Sales",
                            PersonField.FUNCTION, "Rep",
                            PersonField.GIVEN_NAME, "Ann",
                            PersonField.EMPLOYEE_NUMBER, "9",
                            PersonField.EMAIL, "ann@example.org")));
  }

  @Test
  void that_mean_nothing_here_are_listed_and_skipped() {
    ReadRows read = ReadRows.of("employee id;shoe size;department;FTE\n9;42;Sales;0,8\n");
    assertThat(read.ignored).containsExactly("shoe size", "FTE");
    assertThat(read.rows).hasSize(1);
  }

  @Test
  void that_are_needed_are_all_asked_for_at_once_with_the_names_that_would_do() {
    assertThatThrownBy(() -> ReadRows.of("voornaam;achternaam\nSanne;Berg\n"))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("COLUMN_MISSING");
              assertThat(refused.line()).isEqualTo(1);
            })
        .hasMessageContaining("personeelsnummer")
        .hasMessageContaining("e-mailadres")
        .hasMessageContaining("afdeling")
        .hasMessageContaining("it has: voornaam, achternaam");
  }

  @Test
  void that_mean_the_same_are_refused_by_name_and_place() {
    assertThatThrownBy(() -> ReadRows.of("Mail;afdeling;E-mailadres\na@x.example;A;b@x.example\n"))
        .isInstanceOf(UnreadablePeopleFile.class)
        .hasMessageContaining("'Mail' (1) and 'E-mailadres' (3)");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void may_be_separated_by_comma_semicolon_or_tab(String d) {
    ReadRows read =
        ReadRows.of(
            String.join(d, "employee id", "\"department, or; team\"", "department")
                + "\n"
                + String.join(d, "9", "x", "\"Sales" + d + " North\"")
                + "\n");
    assertThat(read.rows)
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.value(PersonField.DEPARTMENT))
                    .isEqualTo(("Sales" + d + " North").replace('\t', ' ').replace("  ", " ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;\r\n", "SEP=;\n", "\"sep=;\"\r\n", "sep=;\r\n\r\n", "\n\nsep=;\n"})
  void may_follow_a_line_that_names_the_separator_and_lines_still_count(String start) {
    ReadRows read = ReadRows.of(start + "mail,afdeling,x;employee id;department\n1;2;\n");
    assertThat(read.problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("DEPARTMENT_MISSING");
              assertThat(problem.column()).isEqualTo("department");
              assertThat(problem.line())
                  .isEqualTo(start.replace("\r", "").chars().filter(c -> c == '\n').count() + 2);
            });
  }
}
