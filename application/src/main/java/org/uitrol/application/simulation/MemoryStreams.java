package org.uitrol.application.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Id;

/**
 * Reads the streams of a world. States are kept, and only what was added since is read: processes
 * ask for the same ones again and again. One thread.
 */
final class MemoryStreams extends Streams {

  private final MemoryEvents events;
  private final Map<String, Known> states = new HashMap<>();

  /** A state and how many events of its stream led to it. */
  private record Known(@Nullable Object state, int read) {}

  MemoryStreams(EventStore store, MemoryEvents events) {
    super(store);
    this.events = events;
  }

  @Override
  public boolean exists(Id stream) {
    return events.exists(stream.value());
  }

  @Override
  public void remembering(Class<? extends DomainEvent> type, Runnable work) {
    work.run();
  }

  @Override
  public <E extends DomainEvent> List<E> events(Id stream, Class<E> type) {
    List<E> found = new ArrayList<>();
    for (DomainEventMessage<?> message : events.stream(stream.value())) {
      found.add(type.cast(message.getPayload()));
    }
    return found;
  }

  @Override
  @SuppressWarnings("unchecked") // Streams of one kind lead to one kind of state.
  public <S, E extends DomainEvent> Optional<S> state(
      Id stream, Class<E> type, BiFunction<@Nullable S, E, S> evolve) {
    List<DomainEventMessage<?>> all = events.stream(stream.value());
    String key = type.getName() + " " + stream.value();
    Known known = states.get(key);
    @Nullable S state = known == null ? null : (S) known.state();
    for (int next = known == null ? 0 : known.read(); next < all.size(); next++) {
      state = evolve.apply(state, type.cast(all.get(next).getPayload()));
    }
    states.put(key, new Known(state, all.size()));
    return Optional.ofNullable(state);
  }
}
