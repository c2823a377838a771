package org.uitrol.application.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** Who works where, in memory. */
public final class MemoryMemberships implements Memberships {

  private final Map<String, DepartmentId> departments = new TreeMap<>();
  private final Map<PersonId, Optional<PersonId>> managers = new HashMap<>();

  @Override
  public void put(PersonId person, DepartmentId department, @Nullable PersonId manager) {
    departments.put(person.value(), department);
    manager(person, manager);
  }

  @Override
  public void manager(PersonId person, @Nullable PersonId manager) {
    managers.put(person, Optional.ofNullable(manager));
  }

  @Override
  public void remove(PersonId person) {
    departments.remove(person.value());
  }

  @Override
  public List<PersonId> members(DepartmentId department) {
    return departments.entrySet().stream()
        .filter(entry -> entry.getValue().equals(department))
        .map(entry -> new PersonId(entry.getKey()))
        .toList();
  }

  @Override
  public Optional<DepartmentId> departmentOf(PersonId person) {
    return Optional.ofNullable(departments.get(person.value()));
  }

  @Override
  public Optional<PersonId> managerOf(PersonId person) {
    return managers.getOrDefault(person, Optional.empty());
  }
}
