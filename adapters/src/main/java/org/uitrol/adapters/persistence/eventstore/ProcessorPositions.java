package org.uitrol.adapters.persistence.eventstore;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far event processors are, as they have stored it. */
@Component
public final class ProcessorPositions {

  private final JdbcClient jdbc;

  ProcessorPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The position of the last event that a processor has handled; 0 when it has handled none. Until
   * the end of the transaction it can't store another. It has one segment.
   */
  public long locked(String processor) {
    return jdbc.sql(
            "select coalesce((token::json ->> 'index')::bigint, 0) from token_entry"
                + " where processor_name = :processor and segment = 0 for update")
        .param("processor", processor)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }
}
