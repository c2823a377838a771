package org.uitrol.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.ManagerChanged;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

class SomebodyJoinsAndMoves {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final DepartmentId FINANCE = new DepartmentId("financien");
  private static final DepartmentId DESK = new DepartmentId("burgerzaken");
  private static final Employee AT_FINANCE = new Employee(SANNE, FINANCE, JOOST, true);

  @Test
  void a_new_person_joins_with_a_manager_and_no_further_details() {
    assertThat(Employee.put(null, new PutEmployee(SANNE, FINANCE, JOOST, Set.of("function"), NOW)))
        .containsExactly(new EmployeeJoined(SANNE, FINANCE, JOOST, NOW));
  }

  @Test
  void saying_the_same_again_changes_nothing() {
    assertThat(Employee.put(AT_FINANCE, new PutEmployee(SANNE, FINANCE, JOOST, Set.of(), NOW)))
        .isEmpty();
  }

  @Test
  void another_department_is_a_move() {
    assertThat(Employee.put(AT_FINANCE, new PutEmployee(SANNE, DESK, JOOST, Set.of(), NOW)))
        .containsExactly(new EmployeeMoved(SANNE, FINANCE, DESK, NOW));
  }

  @Test
  void another_manager_is_told_with_the_former_one() {
    assertThat(Employee.put(AT_FINANCE, new PutEmployee(SANNE, FINANCE, null, Set.of(), NOW)))
        .containsExactly(new ManagerChanged(SANNE, JOOST, null, NOW));
  }

  @Test
  void changed_details_are_told_by_field_name_only() {
    assertThat(
            Employee.put(
                AT_FINANCE,
                new PutEmployee(SANNE, FINANCE, JOOST, Set.of("language", "email"), NOW)))
        .containsExactly(new DetailsChanged(SANNE, Set.of("email", "language"), NOW));
  }

  @Test
  void a_move_a_new_manager_and_new_details_are_three_facts_in_that_order() {
    assertThat(Employee.put(AT_FINANCE, new PutEmployee(SANNE, DESK, null, Set.of("email"), NOW)))
        .containsExactly(
            new EmployeeMoved(SANNE, FINANCE, DESK, NOW),
            new ManagerChanged(SANNE, JOOST, null, NOW),
            new DetailsChanged(SANNE, Set.of("email"), NOW));
  }

  @Test
  void nobody_leads_themselves() {
    assertThatThrownBy(
            () -> Employee.put(null, new PutEmployee(SANNE, FINANCE, SANNE, Set.of(), NOW)))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("OWN_MANAGER"));
  }
}
