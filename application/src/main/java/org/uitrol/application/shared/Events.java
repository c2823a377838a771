package org.uitrol.application.shared;

import java.util.List;
import org.uitrol.application.shared.EventCatalog.Entry;

/** The rows of the event catalogue, aggregate by aggregate. Names are permanent. */
public final class Events {

  private static final List<Entry> ROWS = List.of();

  private Events() {}

  public static EventCatalog all() {
    return EventCatalog.of(ROWS);
  }
}
