package org.uitrol.domain.directory;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/**
 * What happened to an employee's membership. No event tells who the person is: names and addresses
 * live in the vault (decision 0007).
 */
public sealed interface EmployeeEvent extends DomainEvent {

  /** Whose membership it is. */
  PersonId person();

  /**
   * {@code employee.joined}: a person came to work here.
   *
   * @param manager who leads this person, when known
   */
  record EmployeeJoined(
      PersonId person, DepartmentId department, @Nullable PersonId manager, Instant at)
      implements EmployeeEvent {}

  /** {@code employee.moved}: a person went to another department. */
  record EmployeeMoved(PersonId person, DepartmentId from, DepartmentId to, Instant at)
      implements EmployeeEvent {}

  /**
   * {@code employee.manager-changed}: a person is led by somebody else, or by nobody that is known.
   */
  record ManagerChanged(PersonId person, @Nullable PersonId from, @Nullable PersonId to, Instant at)
      implements EmployeeEvent {}

  /**
   * {@code employee.left}: a person no longer works here.
   *
   * @param department where the person worked last
   */
  record EmployeeLeft(PersonId person, DepartmentId department, Instant at)
      implements EmployeeEvent {}

  /** {@code employee.returned}: a person who had left works here again. */
  record EmployeeReturned(PersonId person, DepartmentId department, Instant at)
      implements EmployeeEvent {}

  /**
   * {@code employee.details-changed}: something in the vault changed.
   *
   * @param fields the names of the fields in alphabetical order, never their values; not empty
   */
  record DetailsChanged(PersonId person, Set<String> fields, Instant at) implements EmployeeEvent {

    public DetailsChanged {
      fields = Collections.unmodifiableSet(new TreeSet<>(fields));
    }
  }
}
