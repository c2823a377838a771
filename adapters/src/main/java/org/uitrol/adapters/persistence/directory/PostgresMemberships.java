package org.uitrol.adapters.persistence.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.port.DepartmentNames;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** Who works where, for processes, in PostgreSQL. */
@Component
final class PostgresMemberships implements Memberships, DepartmentNames {

  private final JdbcClient jdbc;

  PostgresMemberships(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(PersonId person, DepartmentId department, @Nullable PersonId manager) {
    jdbc.sql(
            "insert into process_membership (person_id, department_id, manager_id)"
                + " values (:person, :department, :manager)"
                + " on conflict (person_id) do update set department_id = excluded.department_id,"
                + " manager_id = excluded.manager_id")
        .param("person", person.value())
        .param("department", department.value())
        .param("manager", manager == null ? null : manager.value())
        .update();
  }

  @Override
  public void manager(PersonId person, @Nullable PersonId manager) {
    jdbc.sql("update process_membership set manager_id = :manager where person_id = :person")
        .param("person", person.value())
        .param("manager", manager == null ? null : manager.value())
        .update();
  }

  @Override
  public void remove(PersonId person) {
    jdbc.sql("update process_membership set department_id = null where person_id = :person")
        .param("person", person.value())
        .update();
  }

  @Override
  public List<PersonId> members(DepartmentId department) {
    return jdbc.sql(
            "select person_id from process_membership where department_id = :department"
                + " order by person_id")
        .param("department", department.value())
        .query((row, number) -> new PersonId(row.getString(1)))
        .list();
  }

  @Override
  public Optional<DepartmentId> departmentOf(PersonId person) {
    return jdbc.sql(
            "select department_id from process_membership"
                + " where person_id = :person and department_id is not null")
        .param("person", person.value())
        .query((row, number) -> new DepartmentId(row.getString(1)))
        .optional();
  }

  @Override
  public Optional<PersonId> managerOf(PersonId person) {
    return jdbc.sql(
            "select manager_id from process_membership"
                + " where person_id = :person and manager_id is not null")
        .param("person", person.value())
        .query((row, number) -> new PersonId(row.getString(1)))
        .optional();
  }

  @Override
  public String name(DepartmentId department) {
    return jdbc.sql("select name from directory_department where id = :id")
        .param("id", department.value())
        .query(String.class)
        .optional()
        .orElse(department.value());
  }
}
