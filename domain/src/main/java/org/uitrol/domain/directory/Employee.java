package org.uitrol.domain.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.directory.EmployeeCommand.ChangeDetails;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeJoined;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeReturned;
import org.uitrol.domain.directory.EmployeeEvent.ManagerChanged;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/**
 * One person's membership of the organisation.
 *
 * @param department where the person works, or worked last
 * @param manager who leads this person, when known
 * @param active whether the person works here now
 */
public record Employee(
    PersonId person, DepartmentId department, @Nullable PersonId manager, boolean active) {

  /**
   * Lets a person join, return, move or change manager, whichever makes the request true; nothing
   * when it is true already.
   *
   * @param employee what is known, or null for somebody new
   * @throws Rejected {@code OWN_MANAGER} when the person would lead themselves
   */
  public static List<EmployeeEvent> put(@Nullable Employee employee, PutEmployee command) {
    if (command.person().equals(command.manager())) {
      throw new Rejected("OWN_MANAGER", Map.of("person", command.person().value()));
    }
    if (employee == null) {
      return List.of(
          new EmployeeJoined(
              command.person(), command.department(), command.manager(), command.at()));
    }
    return employee.become(command);
  }

  /**
   * Lets a person leave; nothing when the person has left already.
   *
   * @throws Rejected {@code EMPLOYEE_UNKNOWN} when the person never worked here
   */
  public static List<EmployeeEvent> leave(@Nullable Employee employee, EmployeeLeaves command) {
    if (employee == null) {
      throw new Rejected("EMPLOYEE_UNKNOWN", Map.of("person", command.person().value()));
    }
    return employee.active
        ? List.of(new EmployeeLeft(employee.person, employee.department, command.at()))
        : List.of();
  }

  /**
   * Notes which details changed; nothing when none did.
   *
   * @throws Rejected {@code EMPLOYEE_UNKNOWN} when the person never worked here
   */
  public static List<EmployeeEvent> change(@Nullable Employee employee, ChangeDetails command) {
    if (employee == null) {
      throw new Rejected("EMPLOYEE_UNKNOWN", Map.of("person", command.person().value()));
    }
    return command.changedFields().isEmpty()
        ? List.of()
        : List.of(new DetailsChanged(employee.person, command.changedFields(), command.at()));
  }

  /** The membership after that event. */
  public static Employee evolve(@Nullable Employee employee, EmployeeEvent event) {
    if (event instanceof EmployeeJoined joined) {
      return new Employee(joined.person(), joined.department(), joined.manager(), true);
    }
    if (employee == null) {
      throw new IllegalStateException("the history of " + event.person() + " starts with " + event);
    }
    return employee.after(event);
  }

  private List<EmployeeEvent> become(PutEmployee command) {
    List<EmployeeEvent> events = new ArrayList<>();
    if (!active) {
      events.add(new EmployeeReturned(person, command.department(), command.at()));
    } else if (!department.equals(command.department())) {
      events.add(new EmployeeMoved(person, department, command.department(), command.at()));
    }
    if (!Objects.equals(manager, command.manager())) {
      events.add(new ManagerChanged(person, manager, command.manager(), command.at()));
    }
    if (!command.changedFields().isEmpty()) {
      events.add(new DetailsChanged(person, command.changedFields(), command.at()));
    }
    return List.copyOf(events);
  }

  private Employee after(EmployeeEvent event) {
    if (event instanceof EmployeeMoved moved) {
      return new Employee(person, moved.to(), manager, active);
    }
    if (event instanceof ManagerChanged changed) {
      return new Employee(person, department, changed.to(), active);
    }
    if (event instanceof EmployeeLeft) {
      return new Employee(person, department, manager, false);
    }
    if (event instanceof EmployeeReturned returned) {
      return new Employee(person, returned.department(), manager, true);
    }
    if (event instanceof DetailsChanged) {
      return this;
    }
    throw new IllegalStateException("no rule for " + event);
  }
}
