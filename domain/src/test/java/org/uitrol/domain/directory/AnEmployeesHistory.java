package org.uitrol.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.directory.EmployeeEvent.ManagerChanged;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

class AnEmployeesHistory {

  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final DepartmentId FINANCE = new DepartmentId("financien");
  private static final DepartmentId DESK = new DepartmentId("burgerzaken");
  private static final Employee AT_FINANCE = new Employee(SANNE, FINANCE, JOOST, true);

  @Test
  void starts_with_joining() {
    assertThat(Employee.evolve(null, new EmployeeJoined(SANNE, FINANCE, JOOST, NOW)))
        .isEqualTo(AT_FINANCE);
  }

  @Test
  void follows_a_move_and_a_new_manager() {
    assertThat(Employee.evolve(AT_FINANCE, new EmployeeMoved(SANNE, FINANCE, DESK, NOW)))
        .isEqualTo(new Employee(SANNE, DESK, JOOST, true));
    assertThat(Employee.evolve(AT_FINANCE, new ManagerChanged(SANNE, JOOST, null, NOW)))
        .isEqualTo(new Employee(SANNE, FINANCE, null, true));
  }

  @Test
  void remembers_the_department_of_somebody_who_left() {
    Employee gone = Employee.evolve(AT_FINANCE, new EmployeeLeft(SANNE, FINANCE, NOW));
    assertThat(gone).isEqualTo(new Employee(SANNE, FINANCE, JOOST, false));
    assertThat(Employee.evolve(gone, new EmployeeReturned(SANNE, DESK, NOW)))
        .isEqualTo(new Employee(SANNE, DESK, JOOST, true));
  }

  @Test
  void has_a_rule_for_every_kind_of_event() {
    List<EmployeeEvent> one_of_each =
        List.of(
            new EmployeeJoined(SANNE, FINANCE, null, NOW),
            new EmployeeMoved(SANNE, FINANCE, DESK, NOW),
            new ManagerChanged(SANNE, null, JOOST, NOW),
            new EmployeeLeft(SANNE, FINANCE, NOW),
            new EmployeeReturned(SANNE, FINANCE, NOW),
            new DetailsChanged(SANNE, Set.of("email"), NOW));
    assertThat(one_of_each)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(EmployeeEvent.class.getPermittedSubclasses());
    assertThat(one_of_each)
        .allSatisfy(event -> assertThat(Employee.evolve(AT_FINANCE, event)).isNotNull());
  }

  @Test
  void cannot_start_with_anything_but_joining() {
    assertThatThrownBy(() -> Employee.evolve(null, new EmployeeLeft(SANNE, FINANCE, NOW)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("p-1");
  }
}
