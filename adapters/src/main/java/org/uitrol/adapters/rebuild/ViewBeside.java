package org.uitrol.adapters.rebuild;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of a view that stand beside the present ones, in a schema of their own and under the
 * same names: while that schema is searched first, a store that knows nothing of it fills them.
 */
@Component
final class ViewBeside {

  private final JdbcClient jdbc;
  private final String schema;

  ViewBeside(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.schema = jdbc.sql("select current_schema()").query(String.class).single();
  }

  /**
   * How two views differ.
   *
   * @param rows how many rows the new one has
   * @param missing how many of them the old one lacks or has otherwise
   * @param surplus how many rows the old one has that the new one lacks or has otherwise
   */
  record Difference(long rows, long missing, long surplus) {

    Difference and(Difference other) {
      return new Difference(rows + other.rows, missing + other.missing, surplus + other.surplus);
    }
  }

  /** Makes empty tables. */
  void make(String view) {
    drop(view);
    for (String table : ViewTables.of(view)) {
      jdbc.sql("create table %s (like %s including all)".formatted(beside(table), present(table)))
          .update();
    }
  }

  /** Removes the tables. */
  void drop(String view) {
    for (String table : ViewTables.of(view)) {
      jdbc.sql("drop table if exists " + beside(table)).update();
    }
  }

  /** Until the end of the transaction, stores write to these tables and read from them. */
  void searchFirst() {
    jdbc.sql("set local search_path = %s, %s".formatted(ViewTables.BESIDE, schema)).update();
  }

  /** Until the end of the transaction, stores write to the present tables again. */
  void searchLast() {
    jdbc.sql("set local search_path = " + schema).update();
  }

  /** Until the end of the transaction nobody else writes to the present view; all may read it. */
  void lockPresent(String view) {
    String tables = String.join(", ", ViewTables.of(view).stream().map(this::present).toList());
    jdbc.sql("lock table %s in share row exclusive mode".formatted(tables)).update();
  }

  /** Compares the new view with the present one, and makes the present one equal to it. */
  Difference takePlace(String view) {
    return ViewTables.of(view).stream()
        .map(this::takePlaceOf)
        .reduce(new Difference(0, 0, 0), Difference::and);
  }

  private Difference takePlaceOf(String table) {
    String present = present(table);
    String beside = beside(table);
    jdbc.sql("analyze " + beside).update();
    int surplus =
        jdbc.sql(
                "delete from %s old where not exists (select 1 from %s new where new::text = old::text)"
                    .formatted(present, beside))
            .update();
    int missing =
        jdbc.sql(
                "insert into %s select new.* from %s new where not exists (select 1 from %s old where old::text = new::text)"
                    .formatted(present, beside, present))
            .update();
    long rows = jdbc.sql("select count(*) from " + beside).query(Long.class).single();
    return new Difference(rows, missing, surplus);
  }

  private String present(String table) {
    return schema + "." + table;
  }

  private static String beside(String table) {
    return ViewTables.BESIDE + "." + table;
  }
}
