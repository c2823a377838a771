package org.uitrol.adapters.erasure;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.erasure.Traces;

/** Rows that are about one person. Names of tables and columns are written into the SQL. */
record Rows(JdbcClient jdbc) {

  int count(String table, String column, Traces traces) {
    return jdbc.sql("select count(*) from " + table + " where " + column + " = :person")
        .param("person", traces.person().value())
        .query(Integer.class)
        .single();
  }

  int delete(String table, String column, Traces traces) {
    return jdbc.sql("delete from " + table + " where " + column + " = :person")
        .param("person", traces.person().value())
        .update();
  }
}
