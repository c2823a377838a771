package org.uitrol.application.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleSource;
import org.uitrol.application.directory.view.DirectoryProjector;
import org.uitrol.application.directory.view.MemoryDirectoryStore;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.directory.Department;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.DepartmentEvent;
import org.uitrol.domain.directory.DepartmentEvent.DepartmentNamed;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;

/** An import with everything around it in memory: real rules, a real projector, no framework. */
final class ImportDesk implements CommandDesk, PeopleImportLog {

  static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  static final Actor ADMIN = new Actor("account:admin");

  final MemoryVault vault = new MemoryVault();
  final MemoryDirectoryStore directory = new MemoryDirectoryStore();
  final List<DomainEvent> events = new ArrayList<>();
  final List<PastImport> imports = new ArrayList<>();
  private final Map<PersonId, Employee> employees = new HashMap<>();
  private final Map<DepartmentId, Department> departments = new HashMap<>();
  private final DirectoryProjector projector = new DirectoryProjector(directory);
  private final AtomicInteger number = new AtomicInteger();

  final PeopleImport people =
      new PeopleImport(
          vault, directory, this, () -> "p" + number.incrementAndGet(), Runnable::run, this);

  /** Previews and applies rows written as {@code number;email;department;manager}. */
  ImportReport apply(String... rows) {
    PeopleSource file = file(rows);
    return people.apply(file, file.hash(), ADMIN, (done, of) -> {});
  }

  ImportReport preview(String... rows) {
    return people.preview(file(rows));
  }

  PersonId person(String employeeNumber) {
    return vault.findByEmployeeNumber(employeeNumber).orElseThrow();
  }

  List<DomainEvent> eventsSince(int count) {
    return events.subList(count, events.size());
  }

  static PeopleSource file(String... rows) {
    return new PeopleSource() {
      @Override
      public String hash() {
        return "hash of " + String.join("|", rows);
      }

      @Override
      public List<String> read(Rows sink) {
        for (int i = 0; i < rows.length; i++) {
          String[] cells = rows[i].split(";", -1);
          sink.row(
              new PersonRow(
                  i + 2L,
                  Map.of(
                      PersonField.EMPLOYEE_NUMBER, cells[0],
                      PersonField.EMAIL, cells[1],
                      PersonField.DEPARTMENT, cells[2],
                      PersonField.MANAGER, cells[3])));
        }
        return List.of();
      }
    };
  }

  @Override
  public void send(Command command, Actor actor) {
    if (command instanceof PutEmployee put) {
      happened(Employee.put(employees.get(put.person()), put));
    } else if (command instanceof EmployeeLeaves leaves) {
      happened(Employee.leave(employees.get(leaves.person()), leaves));
    } else if (command instanceof NameDepartment name) {
      for (DepartmentEvent event : Department.name(departments.get(name.department()), name)) {
        departments.put(
            name.department(), Department.evolve(departments.get(name.department()), event));
        events.add(event);
        Stream.of(event).map(DepartmentNamed.class::cast).forEach(this::project);
      }
    } else {
      throw new AssertionError(command);
    }
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public long started(String fileHash, Actor actor, Instant at, ImportCounts counts) {
    imports.add(new PastImport(imports.size(), fileHash, actor, at, false, counts));
    return imports.size() - 1L;
  }

  @Override
  public void finished(long place) {
    PastImport begun = imports.get((int) place);
    imports.set(
        (int) place,
        new PastImport(place, begun.fileHash(), begun.actor(), begun.at(), true, begun.counts()));
  }

  @Override
  public List<PastImport> latest(int most) {
    return imports;
  }

  private void happened(List<EmployeeEvent> told) {
    for (EmployeeEvent event : told) {
      employees.put(event.person(), Employee.evolve(employees.get(event.person()), event));
      events.add(event);
      projector.on(event);
      projector.on(event);
    }
  }

  private void project(DepartmentNamed event) {
    projector.on(event);
    projector.on(event);
  }
}
