package org.uitrol.application.audit;

import java.util.List;
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

  /** The events of one aggregate, in their order; empty when there is none. */
  List<TrailRow> ofStream(String stream);

  /**
   * How many aggregates have such an event.
   *
   * @param until only events up to this position
   */
  long streams(TrailFilter filter, long until);

  /** One event by its identifier, for instance the cause of another. */
  Optional<TrailRow> find(String event);
}
