package org.uitrol.adapters.travel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailPage;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.view.Scope;
import org.uitrol.application.audit.view.Subjects;
import org.uitrol.application.audit.view.TrailStore;
import org.uitrol.application.shared.AsOf;

/**
 * The history up to a point in time. What was written down never changes, so that it need not be
 * told anew: the later part is passed over.
 */
final class TrailUntil implements TrailStore {

  private final TrailStore trail;
  private final long position;
  private final AsOf destination;

  TrailUntil(TrailStore trail, long position, AsOf destination) {
    this.trail = trail;
    this.position = position;
    this.destination = destination;
  }

  @Override
  public TrailPage search(TrailFilter filter, @Nullable Long before, int limit) {
    if (!filter.isTimed() && destination.valid().equals(destination.known())) {
      long end = before == null ? position + 1 : Math.min(before, position + 1);
      return trail.search(filter, end, limit);
    }
    TrailPage page = trail.search(valid(filter), before, limit);
    // In the order in which things happened, a few that were written down later stand between.
    while (page.next() != null && page.rows().stream().noneMatch(this::wasKnown)) {
      page = trail.search(valid(filter), page.next(), limit);
    }
    return new TrailPage(page.rows().stream().filter(this::wasKnown).toList(), page.next());
  }

  @Override
  public List<TrailRow> ofStream(String stream) {
    return trail.ofStream(stream).stream().filter(this::isMeant).toList();
  }

  @Override
  public long streams(TrailFilter filter, long until) {
    return trail.streams(valid(filter), Math.min(until, position));
  }

  @Override
  public void forEach(TrailFilter filter, Consumer<TrailRow> visitor) {
    trail.forEach(
        valid(filter),
        row -> {
          if (wasKnown(row)) {
            visitor.accept(row);
          }
        });
  }

  @Override
  public Optional<TrailRow> find(String event) {
    return trail.find(event).filter(this::isMeant);
  }

  private boolean wasKnown(TrailRow row) {
    return row.position() <= position;
  }

  private boolean isMeant(TrailRow row) {
    return wasKnown(row) && destination.means(row.at());
  }

  /** Only what had happened by then; the end of a filter isn't part of it. */
  private TrailFilter valid(TrailFilter filter) {
    Instant end = destination.valid().plusMillis(1);
    Instant to = filter.to();
    return filter.until(to == null || to.isAfter(end) ? end : to);
  }

  @Override
  public void put(TrailRow row, Subjects subjects) {
    throw new UnsupportedOperationException("the past is over");
  }

  @Override
  public void belongs(String stream, Scope scope) {
    throw new UnsupportedOperationException("the past is over");
  }

  @Override
  public Optional<Scope> scope(String stream) {
    return trail.scope(stream);
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException("the past is over");
  }
}
