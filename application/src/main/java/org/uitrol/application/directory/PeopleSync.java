package org.uitrol.application.directory;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.port.SyncRegister;
import org.uitrol.application.erasure.port.ErasedPeople;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.directory.EmployeeCommand.ChangeDetails;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.StreamId;

/**
 * Keeps people as the organisation's own directory has them, one after the other, by the commands
 * and rules of {@link PeopleImport}. What isn't told stays as it is; the same told twice changes
 * nothing. Each call is done whole or not at all, and waits for its turn.
 */
public final class PeopleSync {

  private final PersonVault vault;
  private final SyncRegister register;
  private final DepartmentSync departments;
  private final Streams streams;
  private final CommandDesk desk;
  private final IdSource ids;
  private final OneTransaction transaction;
  private final ErasedPeople erased;

  public PeopleSync(
      PersonVault vault,
      SyncRegister register,
      DepartmentSync departments,
      Streams streams,
      CommandDesk desk,
      IdSource ids,
      OneTransaction transaction,
      ErasedPeople erased) {
    this.vault = vault;
    this.register = register;
    this.departments = departments;
    this.streams = streams;
    this.desk = desk;
    this.ids = ids;
    this.transaction = transaction;
    this.erased = erased;
  }

  /** Does several things together, after waiting for its turn. */
  public <T> T together(Supplier<T> work) {
    AtomicReference<T> made = new AtomicReference<>();
    transaction.run(
        () -> {
          register.waitForTurn();
          made.set(work.get());
        });
    return Objects.requireNonNull(made.get());
  }

  /** Who that is; empty when unknown, erased or taken back. */
  public Optional<KnownPerson> find(PersonId person) {
    return vault.find(person).map(data -> known(person, data)).filter(this::isSeen);
  }

  /** Who goes by that name: a user name, else the address or number of somebody without one. */
  public Optional<KnownPerson> findByUserName(String name) {
    return owner(name).flatMap(this::find);
  }

  /** Whom the directory knows by that identifier. */
  public Optional<KnownPerson> findByExternalId(String externalId) {
    return vault.findByExternalId(externalId).flatMap(this::find);
  }

  /** Whose address that is, in any case of letters. */
  public Optional<KnownPerson> findByEmail(String email) {
    return vault.findByEmail(email).flatMap(this::find);
  }

  /** Whose number in HR's books that is. */
  public Optional<KnownPerson> findByEmployeeNumber(String number) {
    return vault.findByEmployeeNumber(number).flatMap(this::find);
  }

  /**
   * Takes somebody over. Whoever is known by the same employee number or address but not to the
   * directory yet becomes the directory's; whoever was taken back returns.
   *
   * @throws Rejected {@code USER_NAME_TAKEN}, {@code EXTERNAL_ID_TAKEN}, {@code
   *     EMPLOYEE_NUMBER_TAKEN} or {@code EMAIL_TAKEN} when it is another person's; {@code
   *     PERSON_NOT_READMITTED} when it is somebody who was erased
   */
  public PersonId add(Map<PersonField, String> told, boolean works, Actor actor) {
    return together(
        () -> {
          Optional<PersonId> known =
              former(owner(told.getOrDefault(PersonField.USER_NAME, "")), "USER_NAME_TAKEN")
                  .or(
                      () ->
                          former(
                              vault.findByExternalId(
                                  told.getOrDefault(PersonField.EXTERNAL_ID, "")),
                              "EXTERNAL_ID_TAKEN"))
                  .or(() -> unlinked(told));
          if (known.isEmpty() && erased.find(told).isPresent()) {
            throw new Rejected("PERSON_NOT_READMITTED");
          }
          PersonId person = known.orElseGet(() -> new PersonId(ids.next()));
          PersonalData data = vault.find(person).orElse(PersonalData.UNKNOWN);
          write(known(person, data), told, works, null, actor);
          register.restore(person);
          return person;
        });
  }

  /**
   * Changes what is told.
   *
   * @param works whether the person works here; null when that isn't told
   */
  public void change(
      PersonId person, Map<PersonField, String> told, @Nullable Boolean works, Actor actor) {
    together(
        () -> {
          KnownPerson known = require(person);
          requireFree(person, told);
          write(known, told, works == null ? known.works() : works, null, actor);
          register.restore(person);
          return person;
        });
  }

  /** The person works in that department, or will when they come. */
  public void move(PersonId person, DepartmentId department, String name, Actor actor) {
    together(
        () -> {
          KnownPerson known = require(person);
          write(known, Map.of(PersonField.DEPARTMENT, name), known.works(), department, actor);
          return person;
        });
  }

  /** The directory takes a person back: they leave, and it sees them no more. Nothing is erased. */
  public void withdraw(PersonId person, Actor actor) {
    together(
        () -> {
          if (require(person).works()) {
            desk.send(new EmployeeLeaves(person, desk.now()), actor);
          }
          register.withdraw(person);
          return person;
        });
  }

  private void write(
      KnownPerson known,
      Map<PersonField, String> told,
      boolean works,
      @Nullable DepartmentId moveTo,
      Actor actor) {
    PersonId person = known.person();
    PersonalData next = known.data().with(withLeader(person, told));
    Set<String> changed = next.changedFields(known.data());
    if (!changed.isEmpty()) {
      vault.put(person, next);
    }
    Set<String> details = new HashSet<>(changed);
    details.remove(PersonField.DEPARTMENT.key());
    details.remove(PersonField.MANAGER.key());
    Instant now = desk.now();
    @Nullable Employee employee = known.employee();
    if (works) {
      DepartmentId department =
          moveTo != null ? moveTo : department(employee, changed, next, actor);
      desk.send(
          new PutEmployee(
              person, department, next.manager(), employee == null ? Set.of() : details, now),
          actor);
    } else if (employee != null) {
      desk.send(new ChangeDetails(person, details, now), actor);
      desk.send(new EmployeeLeaves(person, now), actor);
    }
  }

  private DepartmentId department(
      @Nullable Employee employee, Set<String> changed, PersonalData next, Actor actor) {
    return employee == null || changed.contains(PersonField.DEPARTMENT.key()) || !employee.active()
        ? departments.named(next.department(), actor)
        : employee.department();
  }

  /** As in a people file: a leader who isn't known is left out, and nobody leads themselves. */
  private Map<PersonField, String> withLeader(PersonId person, Map<PersonField, String> told) {
    String leader = told.getOrDefault(PersonField.MANAGER, "");
    if (leader.isEmpty()) {
      return told;
    }
    Map<PersonField, String> checked = new EnumMap<>(told);
    if (leader.equals(person.value())) {
      checked.put(PersonField.MANAGER, "");
    } else if (vault.find(new PersonId(leader)).isEmpty()) {
      checked.remove(PersonField.MANAGER);
    }
    return checked;
  }

  private void requireFree(PersonId person, Map<PersonField, String> told) {
    owner(told.getOrDefault(PersonField.USER_NAME, ""))
        .filter(other -> !other.equals(person))
        .ifPresent(
            other -> {
              throw new Rejected("USER_NAME_TAKEN", Map.of("person", other.value()));
            });
  }

  private Optional<PersonId> owner(String userName) {
    return userName.isBlank()
        ? Optional.empty()
        : vault
            .findByUserName(userName)
            .or(
                () ->
                    vault
                        .findByEmail(userName)
                        .or(() -> vault.findByEmployeeNumber(userName))
                        .or(() -> Optional.of(new PersonId(userName)))
                        .filter(person -> answersTo(person, userName)));
  }

  private boolean answersTo(PersonId person, String userName) {
    return vault
        .find(person)
        .filter(data -> data.userName().isEmpty())
        .map(data -> known(person, data).userName())
        .filter(name -> name.equalsIgnoreCase(userName.strip()))
        .isPresent();
  }

  /** The person if they were taken back before. */
  private Optional<PersonId> former(Optional<PersonId> owner, String code) {
    owner
        .filter(person -> find(person).isPresent())
        .ifPresent(
            person -> {
              throw new Rejected(code, Map.of("person", person.value()));
            });
    return owner;
  }

  private Optional<PersonId> unlinked(Map<PersonField, String> told) {
    return vault
        .findByEmployeeNumber(told.getOrDefault(PersonField.EMPLOYEE_NUMBER, ""))
        .or(() -> vault.findByEmail(told.getOrDefault(PersonField.EMAIL, "")))
        .filter(
            person ->
                find(person)
                    .map(known -> known.data().userName() + known.data().externalId())
                    .orElse("")
                    .isEmpty());
  }

  private KnownPerson require(PersonId person) {
    return find(person)
        .orElseThrow(() -> new Rejected("EMPLOYEE_UNKNOWN", Map.of("person", person.value())));
  }

  private boolean isSeen(KnownPerson known) {
    return known.works() || !register.isWithdrawn(known.person());
  }

  private KnownPerson known(PersonId person, PersonalData data) {
    List<EmployeeEvent> events =
        streams.events(StreamId.of("employee", person), EmployeeEvent.class);
    @Nullable Employee employee = null;
    for (EmployeeEvent event : events) {
      employee = Employee.evolve(employee, event);
    }
    return new KnownPerson(
        person,
        data,
        employee,
        events.isEmpty() ? null : events.get(0).at(),
        events.isEmpty() ? null : events.get(events.size() - 1).at());
  }
}
