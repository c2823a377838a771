package org.uitrol.application.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DomainEvent;

/** The events of a world, stream by stream, in memory. One thread. */
final class MemoryEvents implements EventStorageEngine {

  private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
  private final Consumer<DomainEventMessage<?>> stored;
  private boolean probing;
  private boolean probed;
  private UnaryOperator<DomainEvent> told = UnaryOperator.identity();

  /**
   * @param stored hears of every event, in their order
   */
  MemoryEvents(Consumer<DomainEventMessage<?>> stored) {
    this.stored = stored;
  }

  /** Whether events are only noticed, and not stored, from now on. */
  void probe(boolean now) {
    probing = now;
    if (now) {
      probed = false;
    }
  }

  /** Whether there would have been events. */
  boolean hasProbed() {
    return probed;
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    if (probing) {
      probed = probed || !events.isEmpty();
      return;
    }
    for (EventMessage<?> event : events) {
      DomainEventMessage<?> message = told((DomainEventMessage<?>) event);
      stream(message.getAggregateIdentifier()).add(message);
      stored.accept(message);
    }
  }

  /** Has events tell something else than what was decided, from now on. */
  void tell(UnaryOperator<DomainEvent> instead) {
    told = instead;
  }

  private DomainEventMessage<?> told(DomainEventMessage<?> message) {
    DomainEvent decided = (DomainEvent) message.getPayload();
    DomainEvent instead = told.apply(decided);
    return instead.equals(decided)
        ? message
        : new GenericDomainEventMessage<>(
            message.getType(),
            message.getAggregateIdentifier(),
            message.getSequenceNumber(),
            instead,
            message.getMetaData(),
            message.getIdentifier(),
            message.getTimestamp());
  }

  /** The events of a stream, in their order; it may grow. */
  List<DomainEventMessage<?>> stream(String id) {
    return streams.computeIfAbsent(id, none -> new ArrayList<>());
  }

  boolean exists(String id) {
    List<DomainEventMessage<?>> known = streams.get(id);
    return known != null && !known.isEmpty();
  }

  @Override
  public DomainEventStream readEvents(String id, long firstSequenceNumber) {
    List<DomainEventMessage<?>> known = streams.getOrDefault(id, List.of());
    int first = (int) Math.min(firstSequenceNumber, known.size());
    return DomainEventStream.of(List.copyOf(known.subList(first, known.size())));
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String id) {
    return exists(id) ? Optional.of(stream(id).size() - 1L) : Optional.empty();
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken after, boolean mayBlock) {
    throw new UnsupportedOperationException("nobody follows a world from outside");
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    throw new UnsupportedOperationException("a world takes no snapshots");
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String id) {
    return Optional.empty();
  }
}
