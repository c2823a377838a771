package org.uitrol.adapters.persistence.eventstore;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.audit.port.RecordedEvents;

/** The event store's own table, read with a cursor and turned into events of the present shape. */
final class StoredEvents implements RecordedEvents {

  private static final int FETCHED_AT_ONCE = 1_000;

  private final CommitOrderedStorage storage;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Serializer serializer;
  private final EventUpcaster upcasters;

  StoredEvents(
      CommitOrderedStorage storage,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Serializer serializer,
      EventUpcaster upcasters) {
    this.storage = storage;
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCHED_AT_ONCE);
    // PostgreSQL has cursors within a transaction only.
    this.transaction = new TransactionTemplate(transactions);
    this.serializer = serializer;
    this.upcasters = upcasters;
  }

  @Override
  public long positionAt(Instant recordedUntil) {
    return jdbc
        .queryForList(
            "select global_index from domain_event_entry where time_stamp <= ?"
                + " order by time_stamp desc, global_index desc limit 1",
            Long.class,
            DateTimeUtils.formatInstant(recordedUntil))
        .stream()
        .findFirst()
        .orElse(0L);
  }

  @Override
  public Instant begin(Instant otherwise) {
    return jdbc
        .queryForList(
            "select time_stamp from domain_event_entry order by global_index limit 1", String.class)
        .stream()
        .map(DateTimeUtils::parseInstant)
        .filter(otherwise::isAfter)
        .findFirst()
        .orElse(otherwise);
  }

  @Override
  public void forEach(
      Set<String> names, long after, long until, Consumer<? super TrackedEventMessage<?>> visitor) {
    transaction.executeWithoutResult(
        status -> {
          try (Stream<TrackedEventData<?>> rows =
              jdbc.queryForStream(
                  "select global_index, event_identifier, aggregate_identifier, sequence_number,"
                      + " type, time_stamp, payload_type, payload_revision, payload, meta_data"
                      + " from domain_event_entry where global_index > ? and global_index <= ?"
                      + " and payload_type = any(?) order by global_index",
                  statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, until);
                    statement.setArray(
                        3, statement.getConnection().createArrayOf("text", names.toArray()));
                  },
                  (row, number) -> storage.event(row))) {
            EventUtils.upcastAndDeserializeTrackedEvents(rows, serializer, upcasters)
                .forEach(visitor);
          }
        });
  }
}
