package org.uitrol.application.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * transaction has appended, so that a process never decides on a view that lags behind. While its
 * thread travels in time, it sees what was known then (decision 0044).
 */
@Component
public class Streams {

  private static final ThreadLocal<@Nullable Remembered> REMEMBERED = new ThreadLocal<>();

  private final EventStore store;

  /** Streams of one kind that were read, and the states that they led to. Of one thread. */
  private record Remembered(
      Class<? extends DomainEvent> type,
      Map<String, List<?>> events,
      Map<String, Optional<?>> states) {}

  public Streams(EventStore store) {
    this.store = store;
  }

  public boolean exists(Id stream) {
    return TimeTravel.destination() == null
        ? store.readEvents(stream.value()).hasNext()
        : !read(stream, DomainEvent.class).isEmpty();
  }

  /**
   * Does work that asks for the same streams of one kind again and again: each is read once. What
   * is appended to them meanwhile isn't seen.
   *
   * @param type the events of those streams, which lead to one kind of state
   */
  public void remembering(Class<? extends DomainEvent> type, Runnable work) {
    REMEMBERED.set(new Remembered(type, new HashMap<>(), new HashMap<>()));
    try {
      work.run();
    } finally {
      REMEMBERED.remove();
    }
  }

  /** The events of a stream in their order; empty when there is none. */
  @SuppressWarnings("unchecked") // What is remembered are events of that very type.
  public <E extends DomainEvent> List<E> events(Id stream, Class<E> type) {
    Remembered remembered = remembered(type);
    if (remembered == null) {
      return read(stream, type);
    }
    List<?> known = remembered.events.get(stream.value());
    if (known == null) {
      known = List.copyOf(read(stream, type));
      remembered.events.put(stream.value(), known);
    }
    return (List<E>) known;
  }

  private static @Nullable Remembered remembered(Class<? extends DomainEvent> type) {
    Remembered remembered = REMEMBERED.get();
    return remembered != null && remembered.type.equals(type) ? remembered : null;
  }

  private <E extends DomainEvent> List<E> read(Id stream, Class<E> type) {
    @Nullable AsOf destination = TimeTravel.destination();
    List<E> events = new ArrayList<>();
    store
        .readEvents(stream.value())
        .forEachRemaining(
            message -> {
              E event = type.cast(((DomainEventMessage<?>) message).getPayload());
              if (destination == null
                  || (destination.knew(message.getTimestamp()) && destination.means(event.at()))) {
                events.add(event);
              }
            });
    return events;
  }

  /** The state of an aggregate by its own rules; empty when it doesn't exist. */
  @SuppressWarnings("unchecked") // Streams of one kind lead to one kind of state.
  public <S, E extends DomainEvent> Optional<S> state(
      Id stream, Class<E> type, BiFunction<@Nullable S, E, S> evolve) {
    Remembered remembered = remembered(type);
    if (remembered == null) {
      return evolved(stream, type, evolve);
    }
    Optional<?> known = remembered.states.get(stream.value());
    if (known == null) {
      known = evolved(stream, type, evolve);
      remembered.states.put(stream.value(), known);
    }
    return (Optional<S>) known;
  }

  private <S, E extends DomainEvent> Optional<S> evolved(
      Id stream, Class<E> type, BiFunction<@Nullable S, E, S> evolve) {
    @Nullable S state = null;
    for (E event : events(stream, type)) {
      state = evolve.apply(state, event);
    }
    return Optional.ofNullable(state);
  }
}
