package org.uitrol.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.directory.port.PeopleSource;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.directory.EmployeeEvent.ManagerChanged;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** However many people are done in one transaction. */
@ParameterizedClass
@ValueSource(ints = {1, 2, 500})
class ALaterImport {

  private static final DepartmentId FINANCE = new DepartmentId("financien");
  private static final DepartmentId HR = new DepartmentId("hr");
  private final ImportDesk desk;

  ALaterImport(int atOnce) {
    desk = new ImportDesk(atOnce);
  }

  @Test
  void of_the_same_file_changes_nothing() {
    String[] rows = {"1;a@x.example;Financiën;2", "2;b@x.example;HR;", "3;;HR;99"};
    desk.apply(rows);
    int before = desk.events.size();
    ImportReport again = desk.apply(rows);
    assertThat(again.counts()).isEqualTo(new ImportCounts(0, 0, 3, 0, 0));
    assertThat(desk.eventsSince(before)).isEmpty();
    assertThat(desk.vault.count()).isEqualTo(3);
  }

  @Test
  void moves_people_and_tells_what_changed_by_field_name() {
    desk.apply("1;a@x.example;Financiën;2", "2;b@x.example;Financiën;");
    int before = desk.events.size();
    PersonId one = desk.person("1");
    ImportReport report = desk.apply("1;new@x.example;HR;", "2;b@x.example;Financiën;");
    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 1, 1, 0, 0));
    assertThat(desk.eventsSince(before))
        .containsExactly(
            new DepartmentNamed(HR, "HR", ImportDesk.NOW),
            new EmployeeMoved(one, FINANCE, HR, ImportDesk.NOW),
            new ManagerChanged(one, desk.person("2"), null, ImportDesk.NOW),
            new DetailsChanged(one, Set.of("email"), ImportDesk.NOW));
    assertThat(desk.vault.find(one))
        .hasValueSatisfying(data -> assertThat(data.email()).isEqualTo("new@x.example"));
  }

  @Test
  void reports_people_who_are_absent_and_leaves_them_as_they_are() {
    desk.apply("1;;HR;", "2;;HR;", "3;;HR;");
    desk.send(new EmployeeLeaves(desk.person("3"), ImportDesk.NOW), ImportDesk.ADMIN);
    int before = desk.events.size();
    ImportReport report = desk.apply("1;;HR;");
    assertThat(report.absent()).containsExactly(desk.person("2"));
    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 0, 1, 0, 1));
    assertThat(desk.eventsSince(before)).isEmpty();
    assertThat(desk.directory.members(HR)).hasSize(2);
  }

  @Test
  void brings_somebody_back_who_had_left() {
    desk.apply("1;;HR;");
    desk.send(new EmployeeLeaves(desk.person("1"), ImportDesk.NOW), ImportDesk.ADMIN);
    int before = desk.events.size();
    assertThat(desk.preview("1;;HR;").counts()).isEqualTo(new ImportCounts(0, 1, 0, 0, 0));
    desk.apply("1;;HR;");
    assertThat(desk.eventsSince(before))
        .containsExactly(new EmployeeReturned(desk.person("1"), HR, ImportDesk.NOW));
  }

  @Test
  void knows_somebody_by_address_when_the_number_is_new() {
    desk.apply(";a@x.example;HR;");
    ImportReport report = desk.apply("7;a@x.example;HR;");
    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 1, 0, 0, 0));
    assertThat(desk.vault.findByEmail("a@x.example")).contains(desk.person("7"));
    assertThat(desk.vault.count()).isEqualTo(1);
  }

  @Test
  void lets_two_people_exchange_addresses() {
    desk.apply("1;a@x.example;HR;", "2;b@x.example;HR;");
    ImportReport report = desk.apply("1;b@x.example;HR;", "2;a@x.example;HR;");
    assertThat(report.counts()).isEqualTo(new ImportCounts(0, 2, 0, 0, 0));
    assertThat(desk.vault.findByEmail("b@x.example")).contains(desk.person("1"));
    assertThat(desk.vault.findByEmail("a@x.example")).contains(desk.person("2"));
  }

  @Test
  void gives_the_address_of_somebody_who_changes_it_to_somebody_new() {
    desk.apply("1;info@x.example;HR;");
    PersonId one = desk.person("1");
    desk.apply("2;info@x.example;HR;", "1;one@x.example;HR;");
    assertThat(desk.vault.findByEmail("info@x.example")).contains(desk.person("2"));
    assertThat(desk.person("1")).isEqualTo(one).isNotEqualTo(desk.person("2"));
  }

  @Test
  void leaves_alone_what_the_file_has_no_column_for() {
    desk.apply("1;a@x.example;HR;2", "2;;HR;");
    PersonId one = desk.person("1");
    desk.vault.put(
        one, desk.vault.find(one).orElseThrow().with(Map.of(PersonField.FUNCTION, "Adviseur")));
    int before = desk.events.size();
    PeopleSource narrow =
        new PeopleSource() {
          @Override
          public String hash() {
            return "narrow";
          }

          @Override
          public List<String> read(Rows rows) {
            rows.row(
                new PersonRow(
                    2, Map.of(PersonField.EMPLOYEE_NUMBER, "1", PersonField.DEPARTMENT, "HR")));
            return List.of();
          }
        };
    assertThat(desk.people.apply(narrow, "narrow", ImportDesk.ADMIN, (d, of) -> {}).counts())
        .isEqualTo(new ImportCounts(0, 0, 1, 0, 1));
    assertThat(desk.eventsSince(before)).isEmpty();
    assertThat(desk.vault.find(one))
        .hasValueSatisfying(
            data -> {
              assertThat(data.function()).isEqualTo("Adviseur");
              assertThat(data.email()).isEqualTo("a@x.example");
              assertThat(data.manager()).isEqualTo(desk.person("2"));
            });
  }

  @Test
  void renames_a_department_that_the_whole_file_spells_otherwise() {
    desk.apply("1;;Financien;");
    int before = desk.events.size();
    desk.apply("1;;Financiën;");
    assertThat(desk.eventsSince(before))
        .containsExactly(new DepartmentNamed(FINANCE, "Financiën", ImportDesk.NOW));
  }

  @Test
  void tells_that_an_address_changed_of_somebody_who_lost_it_to_an_earlier_row() {
    desk.apply("1;a@x.example;HR;", "2;b@x.example;HR;", "3;;HR;");
    int before = desk.events.size();
    desk.apply("3;b@x.example;HR;", "1;a@x.example;HR;", "2;;HR;");
    assertThat(desk.eventsSince(before))
        .containsExactly(
            new DetailsChanged(desk.person("3"), Set.of("email"), ImportDesk.NOW),
            new DetailsChanged(desk.person("2"), Set.of("email"), ImportDesk.NOW));
    assertThat(desk.vault.findByEmail("b@x.example")).contains(desk.person("3"));
  }

  @Test
  void moves_somebody_whose_department_is_another_than_the_vault_says() {
    desk.apply("1;;HR;");
    PersonId one = desk.person("1");
    desk.send(new PutEmployee(one, FINANCE, null, Set.of(), ImportDesk.NOW), ImportDesk.ADMIN);
    int before = desk.events.size();
    desk.apply("1;;HR;");
    assertThat(desk.eventsSince(before))
        .containsExactly(new EmployeeMoved(one, FINANCE, HR, ImportDesk.NOW));
  }
}
