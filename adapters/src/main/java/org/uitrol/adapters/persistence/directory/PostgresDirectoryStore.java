package org.uitrol.adapters.persistence.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** Who works where now, in PostgreSQL. */
public final class PostgresDirectoryStore implements DirectoryStore {

  private static final String MEMBER =
      "select person_id, department_id, manager_id, active from directory_employee where ";
  private static final String DEPARTMENT =
      "select d.id, d.name, (select count(*) from directory_employee e"
          + " where e.department_id = d.id and e.active) as members from directory_department d ";

  private final JdbcClient jdbc;

  public PostgresDirectoryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(MemberRow member) {
    PersonId manager = member.manager();
    jdbc.sql(
            "insert into directory_employee (person_id, department_id, manager_id, active)"
                + " values (:person, :department, :manager, :active)"
                + " on conflict (person_id) do update set department_id = excluded.department_id,"
                + " manager_id = excluded.manager_id, active = excluded.active")
        .param("person", member.person().value())
        .param("department", member.department().value())
        .param("manager", manager == null ? null : manager.value())
        .param("active", member.active())
        .update();
  }

  @Override
  public void name(DepartmentId department, String name) {
    jdbc.sql(
            "insert into directory_department (id, name) values (:id, :name)"
                + " on conflict (id) do update set name = excluded.name")
        .param("id", department.value())
        .param("name", name)
        .update();
  }

  @Override
  public void clear() {
    jdbc.sql("delete from directory_employee").update();
    jdbc.sql("delete from directory_department").update();
  }

  @Override
  public Optional<MemberRow> member(PersonId person) {
    return jdbc.sql(MEMBER + "person_id = :person")
        .param("person", person.value())
        .query(PostgresDirectoryStore::memberRow)
        .optional();
  }

  @Override
  public List<MemberRow> members(DepartmentId department) {
    return jdbc.sql(MEMBER + "department_id = :department and active order by person_id")
        .param("department", department.value())
        .query(PostgresDirectoryStore::memberRow)
        .list();
  }

  @Override
  public List<MemberRow> ledBy(PersonId manager) {
    return jdbc.sql(MEMBER + "manager_id = :manager and active order by person_id")
        .param("manager", manager.value())
        .query(PostgresDirectoryStore::memberRow)
        .list();
  }

  @Override
  public List<MemberRow> left() {
    return jdbc.sql(MEMBER + "not active order by person_id")
        .query(PostgresDirectoryStore::memberRow)
        .list();
  }

  @Override
  public List<DepartmentRow> departments() {
    return jdbc.sql(DEPARTMENT + "order by d.name, d.id")
        .query(PostgresDirectoryStore::departmentRow)
        .list();
  }

  @Override
  public Optional<DepartmentRow> department(DepartmentId department) {
    return jdbc.sql(DEPARTMENT + "where d.id = :id")
        .param("id", department.value())
        .query(PostgresDirectoryStore::departmentRow)
        .optional();
  }

  private static MemberRow memberRow(ResultSet row, int number) throws SQLException {
    String manager = row.getString("manager_id");
    return new MemberRow(
        new PersonId(row.getString("person_id")),
        new DepartmentId(row.getString("department_id")),
        manager == null ? null : new PersonId(manager),
        row.getBoolean("active"));
  }

  private static DepartmentRow departmentRow(ResultSet row, int number) throws SQLException {
    return new DepartmentRow(
        new DepartmentId(row.getString("id")), row.getString("name"), row.getLong("members"));
  }
}
