package org.uitrol.adapters.persistence.eventstore;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The event stream without Axon's short cut past events that a processor has no handler for: with
 * the short cut its position stays behind, and nobody could tell whether it has seen everything.
 */
final class AllEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

  private final StreamableMessageSource<TrackedEventMessage<?>> source;

  AllEvents(StreamableMessageSource<TrackedEventMessage<?>> source) {
    this.source = source;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new Stream(source.openStream(token));
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return source.createTailToken();
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return source.createHeadToken();
  }

  private record Stream(BlockingStream<TrackedEventMessage<?>> events)
      implements BlockingStream<TrackedEventMessage<?>> {

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return events.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return events.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return events.nextAvailable();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      return events.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
      events.close();
    }
  }
}
