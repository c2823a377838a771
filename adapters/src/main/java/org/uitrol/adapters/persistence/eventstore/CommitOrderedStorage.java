package org.uitrol.adapters.persistence.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
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

  private static final ThreadLocal<@Nullable Together> TOGETHER = new ThreadLocal<>();

  CommitOrderedStorage(Builder builder) {
    super(builder);
  }

  /** Streams that were read at once, and events that wait to be stored at once. Of one thread. */
  private static final class Together {

    private final Map<String, List<DomainEventData<?>>> read;
    private final List<EventMessage<?>> waiting = new ArrayList<>();
    private final Set<String> written = new HashSet<>();

    Together(Map<String, List<DomainEventData<?>>> read) {
      this.read = read;
    }
  }

  /**
   * Does work on many streams with one question to the database and one answer: their events are
   * read before it and what it appends is stored after it. To be called in a transaction.
   *
   * @param streams that the work is expected to need; others are read as they are needed
   */
  void together(Collection<String> streams, Runnable work) {
    Together all = new Together(read(streams));
    TOGETHER.set(all);
    try {
      work.run();
      store(all);
    } finally {
      TOGETHER.remove();
    }
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    @Nullable Together all = TOGETHER.get();
    if (all == null) {
      super.appendEvents(events, serializer);
    } else {
      all.waiting.addAll(events);
      events.stream()
          .filter(DomainEventMessage.class::isInstance)
          .forEach(
              event -> all.written.add(((DomainEventMessage<?>) event).getAggregateIdentifier()));
    }
  }

  /** A stream that was written since is read anew. */
  @Override
  protected Stream<? extends DomainEventData<?>> readEventData(String stream, long from) {
    @Nullable Together all = TOGETHER.get();
    @Nullable List<DomainEventData<?>> read = all == null ? null : all.read.get(stream);
    if (all != null && all.written.contains(stream)) {
      store(all);
      read = null;
    }
    return read == null
        ? super.readEventData(stream, from)
        : read.stream().filter(event -> event.getSequenceNumber() >= from);
  }

  /** None is ever made, so none is looked for. */
  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
    return Stream.empty();
  }

  private void store(Together all) {
    List<EventMessage<?>> events = List.copyOf(all.waiting);
    all.waiting.clear();
    all.written.forEach(all.read::remove);
    all.written.clear();
    if (!events.isEmpty()) {
      super.appendEvents(events, getEventSerializer());
    }
  }

  private Map<String, List<DomainEventData<?>>> read(Collection<String> streams) {
    Map<String, List<DomainEventData<?>>> read = new HashMap<>();
    streams.forEach(stream -> read.put(stream, new ArrayList<>()));
    try (Connection connection = getConnection();
        PreparedStatement statement = connection.prepareStatement(manyStreams())) {
      statement.setArray(1, connection.createArrayOf("text", read.keySet().toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          DomainEventData<?> event = getDomainEventData(rows);
          Objects.requireNonNull(read.get(event.getAggregateIdentifier())).add(event);
        }
      }
    } catch (SQLException e) {
      throw new EventStoreException("can't read " + read.size() + " streams", e);
    }
    return read;
  }

  private String manyStreams() {
    EventSchema names = schema();
    return "select * from %s where %s = any(?) order by %s, %s"
        .formatted(
            names.domainEventTable(),
            names.aggregateIdentifierColumn(),
            names.aggregateIdentifierColumn(),
            names.sequenceNumberColumn());
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

  /** The event in a row of the table, not yet read any further. */
  TrackedEventData<?> event(ResultSet row) throws SQLException {
    return getTrackedEventData(row, null);
  }

  @Override
  protected TrackedEventData<?> getTrackedEventData(
      ResultSet row, @Nullable GapAwareTrackingToken previous) throws SQLException {
    GapAwareTrackingToken token =
        GapAwareTrackingToken.newInstance(row.getLong(schema().globalIndexColumn()), Set.of());
    return new TrackedDomainEventData<>(token, getDomainEventData(row));
  }
}
