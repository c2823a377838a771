package org.uitrol.application.audit.port;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads the history as it was written down. Changes nothing. Safe for many threads. */
public interface RecordedEvents {

  /** The position of the last event that was recorded until then; 0 when there is none. */
  long positionAt(Instant recordedUntil);

  /** When the first event was recorded; the moment itself when there is none before it. */
  Instant begin(Instant otherwise);

  /**
   * Hands out events in the order in which they were recorded; never more than a page of them is in
   * memory.
   *
   * @param names stable names of the events that are wanted
   * @param after only events after this position
   * @param until only events until this position
   */
  void forEach(
      Set<String> names, long after, long until, Consumer<? super TrackedEventMessage<?>> visitor);
}
