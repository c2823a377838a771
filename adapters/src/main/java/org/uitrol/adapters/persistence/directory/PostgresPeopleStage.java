package org.uitrol.adapters.persistence.directory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.directory.EmployeeNumber;
import org.uitrol.application.directory.Findings;
import org.uitrol.application.directory.MatchedRow;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonRow;
import org.uitrol.application.directory.StageId;
import org.uitrol.application.directory.StagedRow;
import org.uitrol.application.directory.port.PeopleStage;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stages in tables of PostgreSQL that no log is written for. A row is sealed under the key of its
 * stage; numbers and addresses are there as the keyed hashes by which the vault finds them.
 *
 * <p>The tables are empty one moment and full the next, so the planner's idea of them is wrong most
 * of the time. Therefore a look-up by hash or person hides the stage from it ({@code stage_id || ''
 * = …}): by the stage it would read a million rows for each. A look-up in another table is a single
 * value for the same reason: what merely must exist it may try to learn by reading all.
 */
final class PostgresPeopleStage implements PeopleStage {

  private static final String CELLS = "cells";
  private static final String FINDINGS = "findings";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String ROWS =
      """
      select m.line, m.person_id, r.department_id, r.cells, r.gave_address_up,
        (select true from vault_person v where v.person_id = m.person_id) as known,
        (select true from domain_event_entry h
          where h.aggregate_identifier = :kind || m.person_id and h.sequence_number = 0) as joined,
        d.department_id as works_in, d.manager_id, d.active,
        coalesce(
          (select l.person_id from people_stage_row o
            join people_stage_match l on l.stage_id = o.stage_id and l.line = o.line
            where o.stage_id || '' = :stage and o.number_index = r.manager_number_index),
          (select l.person_id from people_stage_row o
            join people_stage_match l on l.stage_id = o.stage_id and l.line = o.line
            where o.stage_id || '' = :stage and o.email_index = r.manager_email_index),
          (select v.person_id from vault_person v where v.number_index = r.manager_number_index),
          (select v.person_id from vault_person v where v.email_index = r.manager_email_index))
          as leader,
        (select v.person_id from vault_person v
          join people_stage_match o on o.person_id = v.person_id and o.stage_id || '' = :stage
          where v.email_index = r.email_index and v.person_id <> m.person_id) as address_owner
      from (
        select p.stage_id, p.line, p.person_id from people_stage_match p
        where p.stage_id = :stage and p.line > :line %s
        order by p.line limit :most) m
      join people_stage_row r on r.stage_id = m.stage_id and r.line = m.line
      left join directory_employee d on d.person_id = m.person_id
      order by m.line
      """;
  private static final String EVERYBODY = ROWS.formatted("");
  private static final String NEWCOMERS =
      ROWS.formatted(
          "and (select v.person_id from vault_person v where v.person_id = p.person_id) is null");

  private final JdbcClient jdbc;
  private final VaultCipher cipher;

  PostgresPeopleStage(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.cipher = new VaultCipher(master);
  }

  @Override
  public void open(StageId stage, String fileHash) {
    jdbc.sql(
            "insert into people_stage (stage_id, file_hash, wrapped_key, kept_until)"
                + " values (:stage, :hash, :key, now() + interval '1 hour')")
        .param("stage", stage.value())
        .param("hash", fileHash)
        .param("key", cipher.wrap(stage, cipher.newKey()))
        .update();
  }

  @Override
  public Earlier earlier(
      StageId stage,
      Collection<String> numbers,
      Collection<String> emails,
      Collection<DepartmentId> departments) {
    Map<DepartmentId, String> spelling = new HashMap<>();
    jdbc.sql(
            "select department_id, name from people_stage_department"
                + " where stage_id = :stage and department_id = any(:departments)")
        .param("stage", stage.value())
        .param("departments", Columns.texts(departments.stream().map(DepartmentId::value).toList()))
        .query(
            row -> {
              spelling.put(new DepartmentId(row.getString(1)), row.getString(2));
            });
    return new Earlier(
        lines(stage, "number_index", PostgresPersonVault.NUMBER, numbers),
        lines(stage, "email_index", PostgresPersonVault.EMAIL, emails),
        spelling);
  }

  @Override
  public void add(StageId stage, List<StagedRow> rows) {
    byte[] key = key(stage);
    List<byte @Nullable []> cells = new ArrayList<>();
    for (StagedRow row : rows) {
      cells.add(cipher.seal(key, stage, CELLS, PersonalDataCodec.encode(row.row().cells())));
    }
    jdbc.sql(
            "insert into people_stage_row (stage_id, line, newcomer_id, department_id,"
                + " number_index, email_index, manager_number_index, manager_email_index, cells)"
                + " select :stage, n.* from unnest(:lines, :newcomers, :departments, :numbers,"
                + " :emails, :managerNumbers, :managerEmails, :cells) n")
        .param("stage", stage.value())
        .param("lines", Columns.numbers(each(rows, row -> row.row().line())))
        .param("newcomers", Columns.texts(each(rows, row -> row.newcomer().value())))
        .param("departments", Columns.texts(each(rows, row -> row.department().value())))
        .param("numbers", indexes(rows, PostgresPeopleStage::number))
        .param("emails", indexes(rows, row -> address(row.value(PersonField.EMAIL))))
        .param("managerNumbers", indexes(rows, PostgresPeopleStage::managerNumber))
        .param("managerEmails", indexes(rows, PostgresPeopleStage::managerAddress))
        .param("cells", Columns.bytes(cells))
        .update();
    addDepartments(stage, rows);
  }

  @Override
  public void read(StageId stage, Findings findings) {
    jdbc.sql("update people_stage set findings = :findings where stage_id = :stage")
        .param(
            "findings", cipher.seal(key(stage), stage, FINDINGS, JSON.writeValueAsBytes(findings)))
        .param("stage", stage.value())
        .update();
    analyze("people_stage_row");
  }

  @Override
  public Optional<StagedFile> find(StageId stage) {
    return jdbc.sql(
            "select file_hash, findings from people_stage"
                + " where stage_id = :stage and findings is not null")
        .param("stage", stage.value())
        .query((row, number) -> new StagedFile(row.getString(1), findings(stage, row.getBytes(2))))
        .optional();
  }

  @Override
  public void keep(StageId stage) {
    jdbc.sql(
            "update people_stage set kept_until = now() + interval '1 day'"
                + " where stage_id = :stage")
        .param("stage", stage.value())
        .update();
  }

  @Override
  public Dropped match(StageId stage) {
    jdbc.sql("delete from people_stage_match where stage_id = :stage")
        .param("stage", stage.value())
        .update();
    jdbc.sql(
            """
            insert into people_stage_match (stage_id, line, person_id)
            select r.stage_id, r.line, coalesce(
              n.person_id,
              case when not exists (select 1 from people_stage_row o
                where o.stage_id || '' = :stage and o.number_index = e.number_index) then e.person_id end,
              r.newcomer_id)
            from people_stage_row r
            left join vault_person n on n.number_index = r.number_index
            left join vault_person e on e.email_index = r.email_index
            where r.stage_id = :stage
            """)
        .param("stage", stage.value())
        .update();
    analyze("people_stage_match");
    return drop(stage);
  }

  @Override
  public Dropped dropErased(StageId stage) {
    return jdbc.sql(
            """
            with gone as (
              delete from people_stage_match m using people_stage_row r
              where m.stage_id = :stage and r.stage_id = m.stage_id and r.line = m.line
                and (select true from vault_person v where v.person_id = m.person_id) is null
                and exists (select 1 from erased_mark e
                  where (e.kind = 'NUMBER' and e.mark = r.number_index)
                    or (e.kind = 'EMAIL_ALONE' and e.mark = r.email_index)
                    or (e.kind = 'EMAIL' and e.mark = r.email_index and r.number_index is null))
              returning m.line)
            select (select count(*) from gone),
              array(select line from gone order by line limit :most)
            """)
        .param("most", Findings.KEPT_PROBLEMS)
        .param("stage", stage.value())
        .query((row, number) -> new Dropped(row.getInt(1), lines(row.getArray(2))))
        .single();
  }

  @Override
  public List<MatchedRow> rows(StageId stage, long afterLine, int most) {
    return matched(EVERYBODY, stage, afterLine, most);
  }

  @Override
  public List<MatchedRow> newcomers(StageId stage, long afterLine, int most) {
    return matched(NEWCOMERS, stage, afterLine, most);
  }

  @Override
  public List<StagedDepartment> departments(StageId stage, long afterLine, int most) {
    return jdbc.sql(
            """
            select d.line, d.department_id, d.name, exists (
              select 1 from directory_department k where k.id = d.department_id)
            from people_stage_department d
            where d.stage_id = :stage and d.line > :line and (
              exists (select 1 from people_stage_match m
                where m.stage_id = :stage and m.line = d.line)
              or exists (select 1 from people_stage_row r
                join people_stage_match m on m.stage_id = r.stage_id and m.line = r.line
                where r.stage_id = :stage and r.department_id = d.department_id))
            order by d.line limit :most
            """)
        .param("stage", stage.value())
        .param("line", afterLine)
        .param("most", most)
        .query(
            (row, number) ->
                new StagedDepartment(
                    row.getLong(1),
                    new DepartmentId(row.getString(2)),
                    row.getString(3),
                    row.getBoolean(4)))
        .list();
  }

  @Override
  public void gaveAddressUp(StageId stage, Collection<PersonId> people) {
    jdbc.sql(
            "update people_stage_row r set gave_address_up = true from people_stage_match m"
                + " where m.stage_id || '' = :stage and m.person_id = any(:people)"
                + " and r.stage_id = m.stage_id and r.line = m.line")
        .param("stage", stage.value())
        .param("people", Columns.texts(people.stream().map(PersonId::value).toList()))
        .update();
  }

  @Override
  public Absent absent(StageId stage, int most) {
    String absent =
        """
         from vault_person v where not exists (select 1 from directory_employee d
          where d.person_id = v.person_id and not d.active)
        and not exists (select 1 from people_stage_match m
          where m.stage_id || '' = :stage and m.person_id = v.person_id)
        """;
    int count =
        jdbc.sql("select count(*)" + absent)
            .param("stage", stage.value())
            .query(Integer.class)
            .single();
    List<PersonId> first =
        jdbc.sql("select v.person_id" + absent + " order by v.person_id collate \"C\" limit :most")
            .param("stage", stage.value())
            .param("most", most)
            .query((row, number) -> new PersonId(row.getString(1)))
            .list();
    return new Absent(count, first);
  }

  @Override
  public void forget(StageId stage) {
    delete("stage_id = :stage", Map.of("stage", stage.value()));
  }

  @Override
  public void forgetOld() {
    delete("stage_id in (select stage_id from people_stage where kept_until < now())", Map.of());
  }

  private void delete(String which, Map<String, ?> facts) {
    for (String table :
        List.of(
            "people_stage_match", "people_stage_row", "people_stage_department", "people_stage")) {
      jdbc.sql("delete from " + table + " where " + which).params(facts).update();
    }
  }

  private void addDepartments(StageId stage, List<StagedRow> rows) {
    Map<DepartmentId, StagedRow> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(row.department(), row));
    List<StagedRow> named = List.copyOf(first.values());
    jdbc.sql(
            "insert into people_stage_department (stage_id, department_id, name, line)"
                + " select :stage, n.* from unnest(:departments, :names, :lines) n"
                + " on conflict (stage_id, department_id) do nothing")
        .param("stage", stage.value())
        .param("departments", Columns.texts(each(named, row -> row.department().value())))
        .param("names", Columns.texts(each(named, row -> row.row().value(PersonField.DEPARTMENT))))
        .param("lines", Columns.numbers(each(named, row -> row.row().line())))
        .update();
  }

  /** Rows whose address belongs to somebody of whom no row is left, and what follows from that. */
  private Dropped drop(StageId stage) {
    return jdbc.sql(
            """
            with recursive dropped (line, person_id) as (
              select m.line, m.person_id
              from people_stage_row r
              join people_stage_match m on m.stage_id = r.stage_id and m.line = r.line
              join vault_person v on v.email_index = r.email_index and v.person_id <> m.person_id
              where r.stage_id = :stage and not exists (select 1 from people_stage_match o
                where o.stage_id || '' = :stage and o.person_id = v.person_id)
              union
              select m.line, m.person_id
              from dropped d
              join vault_person v on v.person_id = d.person_id
              join people_stage_row r on r.stage_id || '' = :stage and r.email_index = v.email_index
              join people_stage_match m on m.stage_id = r.stage_id and m.line = r.line
              where m.person_id <> d.person_id),
            gone as (
              delete from people_stage_match m using dropped d
              where m.stage_id = :stage and m.line = d.line returning m.line)
            select (select count(*) from gone),
              array(select line from gone order by line limit :most)
            """)
        .param("most", Findings.KEPT_PROBLEMS)
        .param("stage", stage.value())
        .query((row, number) -> new Dropped(row.getInt(1), lines(row.getArray(2))))
        .single();
  }

  private static List<Long> lines(Array lines) throws SQLException {
    return List.of((Long[]) lines.getArray());
  }

  private Map<String, Long> lines(
      StageId stage, String column, String field, Collection<String> values) {
    Map<String, String> byIndex = new HashMap<>();
    List<byte @Nullable []> indexes = new ArrayList<>();
    for (String value : values) {
      byte[] index = cipher.index(field, value);
      indexes.add(index);
      byIndex.put(text(index), value);
    }
    Map<String, Long> lines = new HashMap<>();
    jdbc.sql(
            "select "
                + column
                + ", line from people_stage_row"
                + " where stage_id || '' = :stage and "
                + column
                + " = any(:indexes)")
        .param("stage", stage.value())
        .param("indexes", Columns.bytes(indexes))
        .query(
            row -> {
              lines.put(Objects.requireNonNull(byIndex.get(text(row.getBytes(1)))), row.getLong(2));
            });
    return lines;
  }

  private List<MatchedRow> matched(String sql, StageId stage, long afterLine, int most) {
    byte[] key = key(stage);
    return jdbc.sql(sql)
        .param("kind", StreamId.of("employee", new PersonId("-")).value().replace("-", ""))
        .param("stage", stage.value())
        .param("line", afterLine)
        .param("most", most)
        .query((row, number) -> matched(stage, key, row))
        .list();
  }

  private MatchedRow matched(StageId stage, byte[] key, ResultSet row) throws SQLException {
    byte[] cells = cipher.open(key, stage, CELLS, row.getBytes("cells"));
    return new MatchedRow(
        new PersonRow(row.getLong("line"), PersonalDataCodec.decodeCells(cells)),
        new DepartmentId(row.getString("department_id")),
        new PersonId(row.getString("person_id")),
        row.getBoolean("known"),
        row.getBoolean("joined"),
        member(row),
        row.getBoolean("gave_address_up"),
        person(row.getString("leader")),
        person(row.getString("address_owner")));
  }

  private static @Nullable MemberRow member(ResultSet row) throws SQLException {
    @Nullable String department = row.getString("works_in");
    return department == null
        ? null
        : new MemberRow(
            new PersonId(row.getString("person_id")),
            new DepartmentId(department),
            person(row.getString("manager_id")),
            row.getBoolean("active"));
  }

  private static @Nullable PersonId person(@Nullable String id) {
    return id == null ? null : new PersonId(id);
  }

  private byte[] key(StageId stage) {
    byte[] wrapped =
        jdbc.sql("select wrapped_key from people_stage where stage_id = :stage")
            .param("stage", stage.value())
            .query(byte[].class)
            .single();
    return cipher.unwrap(stage, wrapped);
  }

  private Findings findings(StageId stage, byte[] sealed) {
    return JSON.readValue(cipher.open(key(stage), stage, FINDINGS, sealed), Findings.class);
  }

  /** Tables that fill up in a moment: without it the planner takes them for empty. */
  private void analyze(String table) {
    jdbc.sql("analyze " + table).update();
  }

  private Object indexes(List<StagedRow> rows, Function<PersonRow, Key> key) {
    List<byte @Nullable []> indexes = new ArrayList<>();
    for (StagedRow row : rows) {
      Key found = key.apply(row.row());
      indexes.add(found.value.isEmpty() ? null : cipher.index(found.field, found.value));
    }
    return Columns.bytes(indexes);
  }

  /** What is looked up; an empty value is nothing to look up. */
  private record Key(String field, String value) {}

  private static Key number(PersonRow row) {
    return numbered(row.value(PersonField.EMPLOYEE_NUMBER));
  }

  private static Key managerNumber(PersonRow row) {
    String reference = row.value(PersonField.MANAGER);
    return numbered(reference.indexOf('@') >= 0 ? "" : reference);
  }

  private static Key managerAddress(PersonRow row) {
    String reference = row.value(PersonField.MANAGER);
    return address(reference.indexOf('@') >= 0 ? reference : "");
  }

  private static Key numbered(String number) {
    return new Key(PostgresPersonVault.NUMBER, EmployeeNumber.comparable(number));
  }

  private static Key address(String email) {
    return new Key(PostgresPersonVault.EMAIL, email);
  }

  private static <T> List<T> each(List<StagedRow> rows, Function<StagedRow, T> value) {
    return rows.stream().map(value).toList();
  }

  private static String text(byte[] index) {
    return Base64.getEncoder().encodeToString(index);
  }
}
