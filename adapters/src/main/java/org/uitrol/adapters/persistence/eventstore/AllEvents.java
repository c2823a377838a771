package org.uitrol.adapters.persistence.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event stream as processors read it: every event, without Axon's short cut past those that a
 * processor has no handler for (with it the position stays behind and nobody could tell whether a
 * processor has seen everything), and at once after a commit here, where Axon looks twice a second.
 * Events of other servers are found by looking twice a second too. The stream stands still before
 * an event that can't be read; {@link Processors#failures()} tells which.
 */
final class AllEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

  private static final int PAGE = 200;
  private static final Logger log = LoggerFactory.getLogger(AllEvents.class);

  private final EventStore store;
  private final Pages pages;
  private final CommitBell bell;

  AllEvents(EventStore store, Pages pages, CommitBell bell) {
    this.store = store;
    this.pages = pages;
    this.bell = bell;
  }

  /** Reads events after a position, in the order of their commits. */
  @FunctionalInterface
  interface Pages {

    Stream<? extends TrackedEventMessage<?>> after(@Nullable TrackingToken position);
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
    return new Events(token);
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return store.createTailToken();
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return store.createHeadToken();
  }

  /**
   * Events are taken by one thread at a time, but Axon's coordinator asks whether there are more
   * after it has let the next of its tasks begin: two threads turn the page, and without a lock
   * both would add it, so that every event on it is handled twice.
   */
  private final class Events implements BlockingStream<TrackedEventMessage<?>> {

    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private @Nullable TrackingToken position;
    private boolean stuck;
    private @Nullable Runnable callback;

    Events(@Nullable TrackingToken position) {
      this.position = position;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
      if (page.isEmpty()) {
        turn();
      }
      return Optional.ofNullable(page.peek());
    }

    /**
     * Turns to the next page. It ends before an event that can't be read: nobody passes that one,
     * everybody keeps what they claimed, and each ring of the bell tries it again.
     */
    private void turn() {
      try (Stream<? extends TrackedEventMessage<?>> next = pages.after(position)) {
        next.limit(PAGE).forEach(page::add);
        stuck = false;
      } catch (UnreadableRecord unreadable) {
        if (!stuck && page.isEmpty()) {
          stuck = true;
          log.error("No event is handled any more after {}: {}", position, unreadable.getMessage());
        }
      }
      if (!page.isEmpty()) {
        position = page.getLast().trackingToken();
      }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      long deadline = System.nanoTime() + unit.toNanos(timeout);
      while (peek().isEmpty()) {
        long left = deadline - System.nanoTime();
        if (left <= 0 || !bell.await(left)) {
          return peek().isPresent();
        }
      }
      return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
        // Until there is one.
      }
      return take();
    }

    private synchronized TrackedEventMessage<?> take() {
      return page.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
      callback = onAvailable;
      bell.add(onAvailable);
      return true;
    }

    @Override
    public void close() {
      Runnable added = callback;
      if (added != null) {
        bell.remove(added);
      }
    }
  }
}
