package org.uitrol.application.audit.past;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.uitrol.application.audit.port.RecordedEvents;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.shared.DomainEvent;

/**
 * All views as of one point in time. Each is filled when it is first asked for, from the events
 * that its projector handles and no others. Safe for many threads.
 */
public final class Past {

  private final AsOf destination;
  private final long until;
  private final RecordedEvents events;
  private final EventCatalog catalog;
  private final Map<String, ViewStore> stores = new ConcurrentHashMap<>();
  private final AtomicLong handled = new AtomicLong();

  /**
   * Nothing is read yet.
   *
   * @param until the position of the last event that was known
   */
  Past(AsOf destination, long until, RecordedEvents events, EventCatalog catalog) {
    this.destination = destination;
    this.until = until;
    this.events = events;
    this.catalog = catalog;
  }

  /** The position of the last event that was known. */
  public long position() {
    return until;
  }

  /** The store of a view as it was then. It is read only: nobody writes to it any more. */
  public <S extends ViewStore> S store(Projection<S> projection) {
    return projection
        .store()
        .cast(stores.computeIfAbsent(projection.name(), name -> filled(projection)));
  }

  /** How many events it was filled with, as a measure of how much memory it takes. */
  long handled() {
    return handled.get();
  }

  private <S extends ViewStore> S filled(Projection<S> projection) {
    S store = projection.memory().get();
    ViewHandlers handlers = new ViewHandlers(projection.over(store));
    ValidTimes times = new ValidTimes(destination.valid());
    events.forEach(
        handlers.names(catalog),
        0,
        until,
        event -> {
          if (event instanceof DomainEventMessage<?> message
              && times.means(
                  message.getAggregateIdentifier(),
                  message.getSequenceNumber() == 0,
                  (DomainEvent) message.getPayload())) {
            handlers.handle(event);
            handled.incrementAndGet();
          }
        });
    return store;
  }
}
