package org.uitrol.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A coordinator of Axon looks for more events while the next of its tasks takes them. */
class EventsReadByTwoThreads {

  private static final int EVENTS = 5;

  private final AtomicBoolean first = new AtomicBoolean(true);
  private @Nullable Thread second;

  @Test
  void are_taken_once_when_both_turn_the_page() throws InterruptedException {
    EmbeddedEventStore unread =
        EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    try (CommitBell bell = new CommitBell();
        BlockingStream<TrackedEventMessage<?>> events =
            new AllEvents(unread, this::read, bell).openStream(null)) {
      second = new Thread(events::peek, "second");
      assertThat(events.peek()).isPresent();
      second.join();

      List<Long> taken = new ArrayList<>();
      while (events.peek().isPresent()) {
        taken.add(events.nextAvailable().trackingToken().position().orElseThrow());
      }
      assertThat(taken).containsExactly(1L, 2L, 3L, 4L, 5L);
    } finally {
      unread.shutDown();
    }
  }

  /** The first page comes only when the second thread has one of its own, or waits for this one. */
  private Stream<TrackedEventMessage<?>> read(@Nullable TrackingToken after) {
    Thread other = Objects.requireNonNull(second);
    if (first.getAndSet(false)) {
      other.start();
      await()
          .until(
              () ->
                  other.getState() == Thread.State.BLOCKED
                      || other.getState() == Thread.State.TERMINATED);
    }
    long position = after == null ? 0 : after.position().orElseThrow();
    return LongStream.rangeClosed(position + 1, EVENTS).mapToObj(EventsReadByTwoThreads::event);
  }

  private static TrackedEventMessage<?> event(long index) {
    return new GenericTrackedEventMessage<>(
        GapAwareTrackingToken.newInstance(index, Set.of()),
        GenericEventMessage.asEventMessage(index));
  }
}
