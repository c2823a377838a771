package org.uitrol.application.directory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.shared.CommandTargets;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.directory.Department;
import org.uitrol.domain.directory.DepartmentCommand;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.DepartmentEvent;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.directory.EmployeeCommand;
import org.uitrol.domain.directory.EmployeeCommand.ChangeDetails;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.directory.EmployeeEvent.ManagerChanged;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

class MembershipIsRouted {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final DepartmentId HR = new DepartmentId("hr");
  private static final DepartmentId DESK = new DepartmentId("burgerzaken");

  private final AggregateTestFixture<EmployeeShell> employee = fixture(EmployeeShell.class);
  private final AggregateTestFixture<DepartmentShell> department = fixture(DepartmentShell.class);

  @Test
  void when_somebody_new_is_put() {
    employee
        .givenNoPriorActivity()
        .when(new PutEmployee(SANNE, HR, JOOST, Set.of(), NOW))
        .expectEvents(new EmployeeJoined(SANNE, HR, JOOST, NOW));
  }

  @Test
  void when_somebody_leaves_after_a_whole_career() {
    employee
        .given(
            new EmployeeJoined(SANNE, HR, null, NOW),
            new EmployeeMoved(SANNE, HR, DESK, NOW),
            new ManagerChanged(SANNE, null, JOOST, NOW),
            new EmployeeLeft(SANNE, DESK, NOW),
            new EmployeeReturned(SANNE, HR, NOW),
            new DetailsChanged(SANNE, Set.of("email"), NOW))
        .when(new EmployeeLeaves(SANNE, NOW))
        .expectEvents(new EmployeeLeft(SANNE, HR, NOW));
  }

  @Test
  void when_a_stranger_leaves_and_nothing_is_stored() {
    employee
        .givenNoPriorActivity()
        .when(new EmployeeLeaves(SANNE, NOW))
        .expectException(Rejected.class)
        .expectNoEvents();
  }

  @Test
  void when_a_department_is_named_and_renamed() {
    department
        .givenNoPriorActivity()
        .when(new NameDepartment(HR, "HR", NOW))
        .expectEvents(new DepartmentNamed(HR, "HR", NOW));
    fixture(DepartmentShell.class)
        .given(new DepartmentNamed(HR, "HR", NOW))
        .when(new NameDepartment(HR, "P&O", NOW))
        .expectEvents(new DepartmentNamed(HR, "P&O", NOW));
  }

  @TestFactory
  Stream<DynamicTest> to_the_rules_of_an_employee() {
    PutEmployee join = new PutEmployee(SANNE, HR, JOOST, Set.of(), NOW);
    PutEmployee move = new PutEmployee(SANNE, DESK, null, Set.of("function"), NOW);
    EmployeeLeaves leave = new EmployeeLeaves(SANNE, NOW);
    ChangeDetails change = new ChangeDetails(SANNE, Set.of("email"), NOW);
    List<EmployeeEvent> joined = Employee.put(null, join);
    return new ShellTests<>(
            EmployeeShell.class, EmployeeCommand.class, EmployeeEvent.class, Employee::evolve)
        .begins(join, joined)
        .after(joined, move, employee -> Employee.put(employee, move))
        .after(joined, leave, employee -> Employee.leave(employee, leave))
        .after(joined, change, employee -> Employee.change(employee, change))
        .all();
  }

  @TestFactory
  Stream<DynamicTest> to_the_rules_of_a_department() {
    NameDepartment name = new NameDepartment(HR, "HR", NOW);
    return new ShellTests<>(
            DepartmentShell.class,
            DepartmentCommand.class,
            DepartmentEvent.class,
            Department::evolve)
        .begins(name, Department.name(null, name))
        .all();
  }

  private static <T> AggregateTestFixture<T> fixture(Class<T> shell) {
    AggregateTestFixture<T> fixture = new AggregateTestFixture<>(shell);
    fixture.registerCommandTargetResolver(new CommandTargets());
    return fixture;
  }
}
