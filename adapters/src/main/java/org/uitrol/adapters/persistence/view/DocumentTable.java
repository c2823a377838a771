package org.uitrol.adapters.persistence.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.persistence.eventstore.EventJson;
import org.uitrol.domain.shared.Id;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table of rows that are kept whole, as JSON in its column {@code row}, beside the columns by
 * which they are looked for. Names of tables and columns are written into the SQL: never take them
 * from outside. Safe for many threads; takes part in the caller's transaction.
 *
 * @param <R> a row: a record of values that events also use
 */
public final class DocumentTable<R> {

  private static final JsonMapper JSON = EventJson.mapper();

  private final JdbcClient jdbc;
  private final String table;
  private final Class<R> type;
  private final List<String> key;

  /**
   * A table.
   *
   * @param key the columns of its primary key
   */
  public DocumentTable(JdbcClient jdbc, String table, Class<R> type, String... key) {
    this.jdbc = jdbc;
    this.table = table;
    this.type = type;
    this.key = List.of(key);
  }

  /**
   * Stores a row in place of the one with the same key.
   *
   * @param columns the columns beside the row itself, with their values; see {@link #columns}
   */
  public void put(R row, Map<String, ?> columns) {
    String names = String.join(", ", columns.keySet());
    String values = columns.keySet().stream().map(":"::concat).collect(Collectors.joining(", "));
    String changes =
        columns.keySet().stream()
            .filter(column -> !key.contains(column))
            .map(column -> column + " = excluded." + column + ", ")
            .collect(Collectors.joining());
    statement(
            "insert into %s (%s, row) values (%s, :row::json) on conflict (%s) do update set %srow = excluded.row"
                .formatted(table, names, values, String.join(", ", key), changes),
            columns)
        .param("row", JSON.writeValueAsString(row))
        .update();
  }

  /**
   * The rows that fit.
   *
   * @param rest what follows the name of the table: {@code where}, {@code order by} and so on
   */
  public List<R> list(String rest, Map<String, ?> parameters) {
    return statement("select %1$s.row from %1$s %2$s".formatted(table, rest), parameters)
        .query((row, number) -> read(row.getString("row")))
        .list();
  }

  /** The row that fits, if there is one. */
  public Optional<R> find(String rest, Map<String, ?> parameters) {
    return list(rest, parameters).stream().findFirst();
  }

  /** Deletes the rows that fit. */
  public void delete(String rest, Map<String, ?> parameters) {
    statement("delete from %s %s".formatted(table, rest), parameters).update();
  }

  public void clear() {
    delete("", Map.of());
  }

  /** A row as it is stored. */
  public R read(String json) {
    return JSON.readValue(json, type);
  }

  /** A statement with parameters as {@link #columns} has them. */
  private JdbcClient.StatementSpec statement(String sql, Map<String, ?> parameters) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
      statement = statement.param(parameter.getKey(), value(parameter.getValue()));
    }
    return statement;
  }

  /**
   * Names and values by turns, in that order. Identifiers and constants become texts, moments
   * become timestamps, nothing stays nothing.
   */
  public static Map<String, @Nullable Object> columns(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      columns.put((String) Objects.requireNonNull(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return columns;
  }

  /** A value as the driver knows it. */
  public static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Id id) {
      return id.value();
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return value;
  }
}
