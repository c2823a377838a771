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
   * The position of the last event that a processor with one segment has handled; 0 when it has
   * handled none.
   */
  public long of(String processor) {
    return position(processor, "");
  }

  /** The same; until the end of the transaction the processor can't store another. */
  public long locked(String processor) {
    return position(processor, " for update");
  }

  private long position(String processor, String lock) {
    return jdbc.sql(
            "select coalesce((token::json ->> 'index')::bigint, 0) from token_entry"
                + " where processor_name = :processor and segment = 0"
                + lock)
        .param("processor", processor)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }
}
