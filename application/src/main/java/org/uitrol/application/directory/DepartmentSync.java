package org.uitrol.application.directory;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.uitrol.application.directory.port.SyncRegister;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.directory.Department;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.DepartmentEvent;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.StreamId;

/**
 * Keeps departments as the organisation's own directory has them. A department keeps its key when
 * its name changes; who is told in no department works in one that says so.
 *
 * <p>What the view doesn't show yet is always asked for before the view: whatever it catches up
 * with in between is then seen twice rather than not at all.
 */
public final class DepartmentSync {

  /** Where people are of whom the directory tells no department. */
  public static final DepartmentId NONE = new DepartmentId("no-department");

  private static final String NONE_NAME = "Geen afdeling / No department";

  private final SyncRegister register;
  private final DirectoryStore directory;
  private final Streams streams;
  private final CommandDesk desk;

  public DepartmentSync(
      SyncRegister register, DirectoryStore directory, Streams streams, CommandDesk desk) {
    this.register = register;
    this.directory = directory;
    this.streams = streams;
    this.desk = desk;
  }

  /** What a department is called; empty when there is none of that key. */
  public Optional<String> name(DepartmentId department) {
    return streams
        .state(StreamId.of("department", department), DepartmentEvent.class, Department::evolve)
        .map(Department::name);
  }

  /** Whether the directory sees the department: there are people in it, or it wasn't taken back. */
  public boolean isSeen(DepartmentId department) {
    return !register.isWithdrawn(department) || !members(department).isEmpty();
  }

  /** All departments, also those that the view doesn't show yet. */
  public Set<DepartmentId> all() {
    Set<DepartmentId> recent = register.departmentsNotShownYet();
    Set<DepartmentId> all = new LinkedHashSet<>();
    directory.departments().forEach(row -> all.add(row.id()));
    all.addAll(recent);
    return all;
  }

  /** Who works in a department now, by the history of each: the view may lag behind. */
  public List<PersonId> members(DepartmentId department) {
    Set<PersonId> candidates = new TreeSet<>(Comparator.comparing(PersonId::value));
    candidates.addAll(register.peopleNotShownYet());
    directory.members(department).forEach(row -> candidates.add(row.person()));
    return candidates.stream().filter(person -> worksIn(person, department)).toList();
  }

  private boolean worksIn(PersonId person, DepartmentId department) {
    return streams
        .state(StreamId.of("employee", person), EmployeeEvent.class, Employee::evolve)
        .filter(employee -> employee.active() && employee.department().equals(department))
        .isPresent();
  }

  /** The department of that name; a new one when there is none. A known one keeps its spelling. */
  public DepartmentId named(String name, Actor actor) {
    DepartmentId department = name.isEmpty() ? NONE : known(name).orElseGet(() -> key(name));
    if (name(department).isEmpty()) {
      String first = name.isEmpty() ? NONE_NAME : name;
      desk.send(new NameDepartment(department, first, desk.now()), actor);
    }
    return department;
  }

  /**
   * Makes a department, or brings one back that was taken back.
   *
   * @throws Rejected {@code DEPARTMENT_NAME_TAKEN} when there is one of that name
   */
  public DepartmentId add(String name, Actor actor) {
    DepartmentId department = known(name).orElseGet(() -> key(name));
    if (name(department).isPresent() && isSeen(department)) {
      throw new Rejected("DEPARTMENT_NAME_TAKEN", Map.of("department", department.value()));
    }
    desk.send(new NameDepartment(department, name, desk.now()), actor);
    register.restore(department);
    return department;
  }

  /**
   * Gives a department another name.
   *
   * @throws Rejected {@code DEPARTMENT_NAME_TAKEN} when another one has it
   */
  public void rename(DepartmentId department, String name, Actor actor) {
    known(name)
        .filter(other -> !other.equals(department))
        .ifPresent(
            other -> {
              throw new Rejected("DEPARTMENT_NAME_TAKEN", Map.of("department", other.value()));
            });
    desk.send(new NameDepartment(department, name, desk.now()), actor);
  }

  /**
   * The directory takes a department back; its history stays.
   *
   * @throws Rejected {@code DEPARTMENT_NOT_EMPTY} while people work there
   */
  public void withdraw(DepartmentId department) {
    int members = members(department).size();
    if (members > 0) {
      throw new Rejected("DEPARTMENT_NOT_EMPTY", Map.of("people", members));
    }
    register.withdraw(department);
  }

  private Optional<DepartmentId> known(String name) {
    Set<DepartmentId> recent = register.departmentsNotShownYet();
    return Stream.concat(
            recent.stream()
                .filter(id -> name(id).filter(name.strip()::equalsIgnoreCase).isPresent()),
            directory.departments().stream()
                .filter(row -> !recent.contains(row.id()))
                .filter(row -> row.name().equalsIgnoreCase(name.strip()))
                .map(DepartmentRow::id))
        .findFirst();
  }

  private static DepartmentId key(String name) {
    return DepartmentKeys.key(name)
        .orElseThrow(() -> new Rejected("DEPARTMENT_NAME_INVALID", Map.of("name", name)));
  }
}
