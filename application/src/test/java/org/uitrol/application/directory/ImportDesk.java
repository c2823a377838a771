package org.uitrol.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.uitrol.application.directory.port.ImportTurn;
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
final class ImportDesk implements CommandDesk, PeopleImportLog, ImportTurn {

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

  final MemoryStage stages = new MemoryStage(vault, directory);
  final PeopleImport people;
  private boolean taken;
  private boolean asked;

  /** One person in each transaction. */
  ImportDesk() {
    this(1);
  }

  ImportDesk(int atOnce) {
    people =
        new PeopleImport(
            vault,
            stages,
            this,
            this,
            () -> "p" + number.incrementAndGet(),
            Runnable::run,
            this,
            atOnce);
  }

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
  public Optional<Held> take() {
    if (taken) {
      return Optional.empty();
    }
    taken = true;
    return Optional.of(
        new Held() {
          @Override
          public void waitForOthers() {
            assertThat(taken).isTrue();
          }

          @Override
          public void close() {
            taken = false;
          }
        });
  }

  @Override
  public boolean isTaken() {
    return taken;
  }

  @Override
  public long started(StageId stage, String fileHash, Actor actor, Instant at) {
    asked = false;
    long place = imports.size();
    imports.add(
        new PastImport(
            place,
            stage,
            fileHash,
            actor,
            at,
            false,
            "",
            new ImportCounts(0, 0, 0, 0, 0),
            0,
            0,
            0));
    return place;
  }

  @Override
  public void resumed(long place, StageId stage) {
    asked = false;
    PastImport past = past(place);
    change(past, stage, false, "", past.counts(), past.prepared(), past.done(), past.line());
  }

  @Override
  public void counted(long place, ImportCounts counts) {
    PastImport past = past(place);
    change(past, past.stage(), false, "", counts, past.prepared(), past.done(), past.line());
  }

  @Override
  public void rewound(long place) {
    PastImport past = past(place);
    change(past, past.stage(), false, "", past.counts(), 0, 0, 0);
  }

  @Override
  public boolean prepared(long place, int more) {
    PastImport past = past(place);
    int all = past.prepared() + more;
    change(past, past.stage(), false, "", past.counts(), all, past.done(), past.line());
    return !asked;
  }

  @Override
  public boolean reached(long place, long line, int more) {
    PastImport past = past(place);
    int all = past.done() + more;
    change(past, past.stage(), false, "", past.counts(), past.prepared(), all, line);
    return !asked;
  }

  @Override
  public void askToStop(long place) {
    asked = true;
  }

  @Override
  public void stopped(long place, String why) {
    PastImport past = past(place);
    change(
        past, past.stage(), false, why, past.counts(), past.prepared(), past.done(), past.line());
  }

  @Override
  public void finished(long place) {
    PastImport past = past(place);
    change(past, past.stage(), true, "", past.counts(), past.prepared(), past.done(), past.line());
  }

  @Override
  public Optional<PastImport> find(long place) {
    return imports.stream().filter(past -> past.number() == place).findFirst();
  }

  @Override
  public List<PastImport> latest(int most) {
    return imports.stream()
        .sorted(Comparator.comparingLong(PastImport::number).reversed())
        .limit(most)
        .toList();
  }

  private PastImport past(long place) {
    return imports.get((int) place);
  }

  private void change(
      PastImport past,
      StageId stage,
      boolean finished,
      String stopped,
      ImportCounts counts,
      int prepared,
      int done,
      long line) {
    imports.set(
        (int) past.number(),
        new PastImport(
            past.number(),
            stage,
            past.fileHash(),
            past.actor(),
            past.at(),
            finished,
            stopped,
            counts,
            prepared,
            done,
            line));
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
