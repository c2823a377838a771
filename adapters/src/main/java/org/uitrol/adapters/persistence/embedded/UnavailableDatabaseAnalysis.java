package org.uitrol.adapters.persistence.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator what to do instead of a stack trace. */
final class UnavailableDatabaseAnalysis
    extends AbstractFailureAnalyzer<EmbeddedDatabaseUnavailable> {

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, EmbeddedDatabaseUnavailable cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Uitrol can also use a database of your own: set SPRING_DATASOURCE_URL,"
            + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
        cause);
  }
}
