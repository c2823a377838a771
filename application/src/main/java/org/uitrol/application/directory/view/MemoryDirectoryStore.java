package org.uitrol.application.directory.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** Who works where, kept in memory: as known on a date, or as a simulation has it. One thread. */
public final class MemoryDirectoryStore implements DirectoryStore {

  private final Map<String, MemberRow> members = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();

  @Override
  public void put(MemberRow member) {
    members.put(member.person().value(), member);
  }

  @Override
  public void name(DepartmentId department, String name) {
    names.put(department.value(), name);
  }

  @Override
  public void clear() {
    members.clear();
    names.clear();
  }

  @Override
  public Optional<MemberRow> member(PersonId person) {
    return Optional.ofNullable(members.get(person.value()));
  }

  @Override
  public List<MemberRow> members(DepartmentId department) {
    return active(member -> member.department().equals(department));
  }

  @Override
  public List<MemberRow> ledBy(PersonId manager) {
    return active(member -> manager.equals(member.manager()));
  }

  @Override
  public List<MemberRow> left() {
    return members.values().stream().filter(member -> !member.active()).toList();
  }

  @Override
  public List<DepartmentRow> departments() {
    return names.keySet().stream()
        .map(DepartmentId::new)
        .flatMap(id -> department(id).stream())
        .sorted(Comparator.comparing(DepartmentRow::name).thenComparing(row -> row.id().value()))
        .toList();
  }

  @Override
  public Optional<DepartmentRow> department(DepartmentId department) {
    return Optional.ofNullable(names.get(department.value()))
        .map(name -> new DepartmentRow(department, name, members(department).size()));
  }

  private List<MemberRow> active(Predicate<MemberRow> wanted) {
    return members.values().stream().filter(MemberRow::active).filter(wanted).toList();
  }
}
