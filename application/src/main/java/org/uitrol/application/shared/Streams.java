package org.uitrol.application.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Id;

/**
 * Reads single streams of the event store. Sees what is committed and what the caller's own
 * transaction has appended, so that a process never decides on a view that lags behind.
 */
@Component
public class Streams {

  private final EventStore store;

  public Streams(EventStore store) {
    this.store = store;
  }

  public boolean exists(Id stream) {
    return store.readEvents(stream.value()).hasNext();
  }

  /** The events of a stream in their order; empty when there is none. */
  public <E extends DomainEvent> List<E> events(Id stream, Class<E> type) {
    List<E> events = new ArrayList<>();
    store
        .readEvents(stream.value())
        .forEachRemaining(
            message -> events.add(type.cast(((DomainEventMessage<?>) message).getPayload())));
    return events;
  }

  /** The state of an aggregate by its own rules; empty when it doesn't exist. */
  public <S, E extends DomainEvent> Optional<S> state(
      Id stream, Class<E> type, BiFunction<@Nullable S, E, S> evolve) {
    @Nullable S state = null;
    for (E event : events(stream, type)) {
      state = evolve.apply(state, event);
    }
    return Optional.ofNullable(state);
  }
}
