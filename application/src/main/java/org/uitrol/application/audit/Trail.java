package org.uitrol.application.audit;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole history, to be searched and read. Never holds more than a page in memory. */
public interface Trail {

  /**
   * Events, the latest first: by when they were written down, or by when they happened where the
   * filter is about a span of time.
   *
   * @param before only events before this position, as {@link TrailPage#next} says it; null to
   *     begin with the latest
   * @param limit how many at most, 1 or more
   */
  TrailPage search(TrailFilter filter, @Nullable Long before, int limit);

  /** Shows every event, in the order in which they were written down. */
  void forEach(TrailFilter filter, Consumer<TrailRow> visitor);

  /** One event by its identifier, for instance the cause of another. */
  Optional<TrailRow> find(String event);
}
