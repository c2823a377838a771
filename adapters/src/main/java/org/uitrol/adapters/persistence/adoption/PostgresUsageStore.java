package org.uitrol.adapters.persistence.adoption;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.shared.AsOf;
import org.uitrol.domain.adoption.UsageHistory;
import org.uitrol.domain.adoption.UsageLayout;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageStatement;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageImportId;

/** What reports say of people's use, in PostgreSQL. */
@Component
public class PostgresUsageStore implements UsageStore {

  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;

  public PostgresUsageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Report report, Map<PersonId, List<UsageStatement>> statements) {
    jdbc.sql(
            "insert into usage_report (usage_import, product, layout, refreshed_on, unnamed,"
                + " unnamed_active, recorded_at) values (:import, :product, :layout, :refreshed,"
                + " :unnamed, :active, :at) on conflict (usage_import) do nothing")
        .param("import", report.usageImport().value())
        .param("product", report.layout().product().name())
        .param("layout", report.layout().name())
        .param("refreshed", report.refreshedOn())
        .param("unnamed", report.unnamed())
        .param("active", report.unnamedActive())
        .param("at", utc(report.recordedAt()))
        .update();
    List<Numbered> rows = new ArrayList<>();
    statements.forEach(
        (person, some) -> {
          for (int number = 0; number < some.size(); number++) {
            rows.add(new Numbered(person, number, some.get(number)));
          }
        });
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      add(report, rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
    }
  }

  /** What a report says of a person, counted from 0. */
  private record Numbered(PersonId person, int number, UsageStatement statement) {}

  private void add(Report report, List<Numbered> rows) {
    jdbc.sql(
            "insert into usage_statement (usage_import, person, number, product, refreshed_on,"
                + " valid_from, valid_until, active_on, active_days, recorded_at)"
                + " select :import, one.person, one.number, :product, one.refreshed,"
                + " one.valid_from, one.valid_until, one.active::date[], one.days, one.at"
                + " from unnest(:people::text[], :numbers::int[], :refreshed::date[],"
                + " :from::date[], :until::date[], :active::text[], :days::int[],"
                + " :at::timestamptz[])"
                + " as one (person, number, refreshed, valid_from, valid_until, active, days, at)")
        .param("import", report.usageImport().value())
        .param("product", report.layout().product().name())
        .param("people", texts(rows, row -> row.person().value()))
        .param("numbers", texts(rows, row -> "" + row.number()))
        .param("refreshed", texts(rows, row -> row.statement().refreshedOn()))
        .param("from", texts(rows, row -> row.statement().from()))
        .param("until", texts(rows, row -> row.statement().until()))
        .param("active", texts(rows, row -> days(row.statement())))
        .param("days", texts(rows, row -> row.statement().activeDays()))
        .param("at", texts(rows, row -> row.statement().recordedAt()))
        .update();
  }

  private static @Nullable String[] texts(
      List<Numbered> rows, Function<Numbered, @Nullable Object> value) {
    @Nullable String[] texts = new @Nullable String[rows.size()];
    for (int i = 0; i < texts.length; i++) {
      Object one = value.apply(rows.get(i));
      texts[i] = one == null ? null : one.toString();
    }
    return texts;
  }

  /** An array as PostgreSQL writes it. */
  private static String days(UsageStatement statement) {
    return statement.activeOn().stream()
        .map(LocalDate::toString)
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public Set<PersonId> people(UsageImportId usageImport) {
    return new HashSet<>(
        jdbc.sql("select distinct person from usage_statement where usage_import = :import")
            .param("import", usageImport.value())
            .query((row, number) -> new PersonId(row.getString(1)))
            .list());
  }

  @Override
  public Optional<Report> latest(UsageProduct product, AsOf then) {
    return latest(
        product,
        then,
        "exists (select 1 from usage_statement one where one.usage_import = report.usage_import"
            + " and one.recorded_at <= :known)");
  }

  @Override
  public Optional<Report> latestHiding(UsageProduct product, AsOf then) {
    return latest(product, then, "report.unnamed > 0");
  }

  private Optional<Report> latest(UsageProduct product, AsOf then, String which) {
    return jdbc.sql(
            "select report.* from usage_report report where report.product = :product"
                + " and report.recorded_at <= :known and report.refreshed_on <= :day and "
                + which
                + " order by report.refreshed_on desc, report.recorded_at desc,"
                + " report.usage_import limit 1")
        .param("product", product.name())
        .param("known", utc(then.known()))
        .param("day", LocalDate.ofInstant(then.valid(), ZoneOffset.UTC).plusDays(1))
        .query((row, number) -> report(row))
        .optional();
  }

  private static Report report(ResultSet row) throws SQLException {
    return new Report(
        new UsageImportId(row.getString("usage_import")),
        UsageLayout.valueOf(row.getString("layout")),
        day(row, "refreshed_on"),
        row.getInt("unnamed"),
        row.getInt("unnamed_active"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public Map<PersonId, UsageHistory> histories(
      UsageProduct product, Collection<PersonId> people, LocalDate since, Instant knownAt) {
    Map<PersonId, List<UsageStatement>> found = new LinkedHashMap<>();
    jdbc.sql(
            "select * from usage_statement where person = any(:people) and product = :product"
                + " and valid_until >= :since and recorded_at <= :known"
                + " order by person, usage_import, number")
        .param("people", people.stream().map(PersonId::value).toArray(String[]::new))
        .param("product", product.name())
        .param("since", since)
        .param("known", utc(knownAt))
        .query(
            row -> {
              found
                  .computeIfAbsent(
                      new PersonId(row.getString("person")), person -> new ArrayList<>())
                  .add(statement(row));
            });
    Map<PersonId, UsageHistory> histories = new HashMap<>();
    found.forEach((person, some) -> histories.put(person, new UsageHistory(some)));
    return histories;
  }

  @Override
  public List<UsageStatement> ofPerson(PersonId person) {
    return jdbc.sql(
            "select * from usage_statement where person = :person"
                + " order by refreshed_on, recorded_at, usage_import, number")
        .param("person", person.value())
        .query((row, number) -> statement(row))
        .list();
  }

  private static UsageStatement statement(ResultSet row) throws SQLException {
    NavigableSet<LocalDate> active = new TreeSet<>();
    for (Date day : (Date[]) row.getArray("active_on").getArray()) {
      active.add(day.toLocalDate());
    }
    int days = row.getInt("active_days");
    @Nullable Integer counted = row.wasNull() ? null : (Integer) days;
    return new UsageStatement(
        day(row, "refreshed_on"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("valid_from", LocalDate.class),
        day(row, "valid_until"),
        active,
        counted);
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, LocalDate.class));
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
