package org.uitrol.application.audit.port;

import org.uitrol.domain.shared.DomainEvent;

/** Reads and writes events as the JSON in which the history keeps them. Safe for many threads. */
public interface EventText {

  /** An event as JSON on one line, in the current revision. */
  String json(DomainEvent event);

  /**
   * The event that some JSON says.
   *
   * @param name the event's stable name
   * @throws IllegalArgumentException if no event has that name, or the JSON doesn't fit it
   */
  DomainEvent event(String name, String json);
}
