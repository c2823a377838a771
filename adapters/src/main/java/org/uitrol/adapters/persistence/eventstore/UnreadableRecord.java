package org.uitrol.adapters.persistence.eventstore;

import org.axonframework.serialization.SerializationException;

/**
 * Something stored that this version of Uitrol can't read: an event that it has no name for, or a
 * revision that it doesn't know. Whoever reads the stream has to stop.
 */
public final class UnreadableRecord extends SerializationException {

  private static final long serialVersionUID = 1L;

  UnreadableRecord(String message) {
    super(message);
  }

  UnreadableRecord(String message, Throwable cause) {
    super(message, cause);
  }
}
