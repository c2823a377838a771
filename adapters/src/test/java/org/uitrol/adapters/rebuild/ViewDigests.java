package org.uitrol.adapters.rebuild;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.audit.past.Projection;
import org.uitrol.application.audit.past.Projections;

/** Lets tests of other packages compare views. */
public final class ViewDigests {

  private ViewDigests() {}

  /** A digest of all rows of each view, by its name. */
  public static Map<String, String> of(JdbcClient jdbc, Projections projections) {
    Map<String, String> digests = new TreeMap<>();
    for (Projection<?> one : projections.all()) {
      digests.put(one.name(), digest(jdbc, one.name()));
    }
    return digests;
  }

  /** Whatever order the rows are stored in. */
  private static String digest(JdbcClient jdbc, String view) {
    return ViewTables.of(view).stream()
        .map(
            table ->
                jdbc.sql(
                        "select coalesce(md5(string_agg(row_digest, '' order by row_digest)), '')"
                            + " from (select md5(one::text) as row_digest from %s one) as rows"
                                .formatted(table))
                    .query(String.class)
                    .single())
        .collect(Collectors.joining("-"));
  }
}
