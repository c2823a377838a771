package org.uitrol.adapters.persistence.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.port.SyncRegister;
import org.uitrol.application.directory.view.DirectoryProjector;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** What the organisation's own directory did here, in PostgreSQL. */
@Component
final class PostgresSyncRegister implements SyncRegister {

  private static final String SEEN =
      " from vault_person p where not exists (select 1 from sync_withdrawn w left join"
          + " directory_employee e on e.person_id = w.person_id"
          + " where w.person_id = p.person_id and coalesce(e.active, false) = false)";

  private final JdbcClient jdbc;

  PostgresSyncRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void waitForTurn() {
    WritersOfPeople.waitForTurn(jdbc);
  }

  @Override
  public List<PersonId> people(long from, int most) {
    return jdbc.sql("select p.person_id" + SEEN + " order by p.person_id offset :from limit :most")
        .param("from", from)
        .param("most", most)
        .query((row, number) -> new PersonId(row.getString(1)))
        .list();
  }

  @Override
  public long count() {
    return jdbc.sql("select count(*)" + SEEN).query(Long.class).single();
  }

  @Override
  public Set<PersonId> peopleNotShownYet() {
    return notShownYet("employee").map(PersonId::new).collect(Collectors.toSet());
  }

  @Override
  public Set<DepartmentId> departmentsNotShownYet() {
    return notShownYet("department").map(DepartmentId::new).collect(Collectors.toSet());
  }

  /**
   * Events that this transaction or another one stored and that the view's processor hasn't seen.
   */
  private Stream<String> notShownYet(String kind) {
    return jdbc
        .sql(
            "select distinct aggregate_identifier from domain_event_entry where type = :kind"
                + " and global_index > (select coalesce(min((token::json ->> 'index')::bigint), -1)"
                + " from token_entry where processor_name = :view)")
        .param("kind", kind)
        .param("view", DirectoryProjector.GROUP)
        .query(String.class)
        .list()
        .stream()
        .map(stream -> stream.substring(kind.length() + 1));
  }

  @Override
  public boolean isWithdrawn(PersonId person) {
    return jdbc.sql("select exists (select 1 from sync_withdrawn where person_id = :person)")
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public void withdraw(PersonId person) {
    jdbc.sql(
            "insert into sync_withdrawn (person_id) values (:person)"
                + " on conflict (person_id) do nothing")
        .param("person", person.value())
        .update();
  }

  @Override
  public void restore(PersonId person) {
    jdbc.sql("delete from sync_withdrawn where person_id = :person")
        .param("person", person.value())
        .update();
  }

  @Override
  public boolean isWithdrawn(DepartmentId department) {
    return jdbc.sql(
            "select exists (select 1 from sync_department"
                + " where department_id = :department and withdrawn)")
        .param("department", department.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public void withdraw(DepartmentId department) {
    withdrawn(department, true);
  }

  @Override
  public void restore(DepartmentId department) {
    withdrawn(department, false);
  }

  @Override
  public Optional<String> externalId(DepartmentId department) {
    return jdbc.sql(
            "select external_id from sync_department"
                + " where department_id = :department and external_id is not null")
        .param("department", department.value())
        .query(String.class)
        .optional();
  }

  @Override
  public void externalId(DepartmentId department, String externalId) {
    jdbc.sql(
            "insert into sync_department (department_id, external_id)"
                + " values (:department, nullif(:externalId, '')) on conflict (department_id)"
                + " do update set external_id = excluded.external_id")
        .param("department", department.value())
        .param("externalId", externalId)
        .update();
  }

  @Override
  public Optional<DepartmentId> findDepartment(String externalId) {
    return jdbc.sql("select department_id from sync_department where external_id = :externalId")
        .param("externalId", externalId)
        .query((row, number) -> new DepartmentId(row.getString(1)))
        .optional();
  }

  private void withdrawn(DepartmentId department, boolean withdrawn) {
    jdbc.sql(
            "insert into sync_department (department_id, withdrawn)"
                + " values (:department, :withdrawn) on conflict (department_id)"
                + " do update set withdrawn = excluded.withdrawn")
        .param("department", department.value())
        .param("withdrawn", withdrawn)
        .update();
  }
}
