package org.uitrol.adapters.persistence.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Events on PostgreSQL in an order that is the order of their commits. Whoever appends holds a lock
 * from the first index until the commit, so an index that was skipped will never be filled later. A
 * reader therefore keeps no list of gaps, however many transactions were rolled back.
 */
final class CommitOrderedStorage extends JdbcEventStorageEngine {

  /** One arbitrary number that only this lock uses: "uitrol" in ASCII. */
  static final long APPEND_LOCK = 0x7569_7472_6F6CL;

  CommitOrderedStorage(Builder builder) {
    super(builder);
  }

  @Override
  protected PreparedStatement appendEvents(
      Connection connection, List<? extends EventMessage<?>> events, Serializer serializer)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, APPEND_LOCK);
      lock.execute();
    }
    return super.appendEvents(connection, events, serializer);
  }

  @Override
  protected TrackedEventData<?> getTrackedEventData(
      ResultSet row, @Nullable GapAwareTrackingToken previous) throws SQLException {
    GapAwareTrackingToken token =
        GapAwareTrackingToken.newInstance(row.getLong(schema().globalIndexColumn()), Set.of());
    return new TrackedDomainEventData<>(token, getDomainEventData(row));
  }
}
