package org.uitrol.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.directory.EmployeeCommand.ChangeDetails;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.directory.EmployeeEvent.ManagerChanged;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

class SomebodyLeavesAndReturns {

  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final DepartmentId FINANCE = new DepartmentId("financien");
  private static final DepartmentId DESK = new DepartmentId("burgerzaken");
  private static final Employee AT_WORK = new Employee(SANNE, FINANCE, JOOST, true);
  private static final Employee GONE = new Employee(SANNE, FINANCE, JOOST, false);

  @Test
  void leaving_names_the_department_that_loses_a_member() {
    assertThat(Employee.leave(AT_WORK, new EmployeeLeaves(SANNE, NOW)))
        .containsExactly(new EmployeeLeft(SANNE, FINANCE, NOW));
  }

  @Test
  void leaving_twice_is_leaving_once() {
    assertThat(Employee.leave(GONE, new EmployeeLeaves(SANNE, NOW))).isEmpty();
  }

  @Test
  void somebody_who_never_worked_here_cannot_leave() {
    assertThatThrownBy(() -> Employee.leave(null, new EmployeeLeaves(SANNE, NOW)))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("EMPLOYEE_UNKNOWN"));
  }

  @Test
  void changing_details_of_somebody_who_left_brings_nobody_back() {
    assertThat(Employee.change(GONE, new ChangeDetails(SANNE, Set.of("email"), NOW)))
        .containsExactly(new DetailsChanged(SANNE, Set.of("email"), NOW));
    assertThat(Employee.change(GONE, new ChangeDetails(SANNE, Set.of(), NOW))).isEmpty();
    assertThatThrownBy(() -> Employee.change(null, new ChangeDetails(SANNE, Set.of("email"), NOW)))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void returning_to_another_department_is_a_return_and_no_move() {
    assertThat(Employee.put(GONE, new PutEmployee(SANNE, DESK, JOOST, Set.of(), NOW)))
        .containsExactly(new EmployeeReturned(SANNE, DESK, NOW));
  }

  @Test
  void returning_under_another_manager_tells_both() {
    assertThat(Employee.put(GONE, new PutEmployee(SANNE, FINANCE, null, Set.of(), NOW)))
        .containsExactly(
            new EmployeeReturned(SANNE, FINANCE, NOW), new ManagerChanged(SANNE, JOOST, null, NOW));
  }
}
