package org.uitrol.adapters.rebuild;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.audit.past.Projection;
import org.uitrol.application.audit.past.Projections;

/** Lets tests of other packages compare views. */
public final class ViewDigests {

  private ViewDigests() {}

  /** A digest of all rows of each view, by its name. */
  public static Map<String, String> of(JdbcClient jdbc, Projections projections) {
    Map<String, String> digests = new TreeMap<>();
    ViewBeside views = new ViewBeside(jdbc);
    for (Projection<?> one : projections.all()) {
      digests.put(one.name(), views.digest(one.name()));
    }
    return digests;
  }
}
