package org.uitrol.application.audit.past;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.port.RecordedEvents;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.EventCatalog;

/**
 * Views as of points in time that somebody reads now. A few are kept for the next page of the same
 * reader, fewer when they are large. Safe for many threads.
 */
@Component
public class Pasts {

  /** How many points in time are kept at most. */
  static final int MOST = 8;

  /** How many events all that is kept may hold together; about half a gigabyte. */
  static final long MOST_EVENTS = 1_000_000;

  private final RecordedEvents events;
  private final EventCatalog catalog;
  private final Map<AsOf, Past> kept = new LinkedHashMap<>(MOST, 0.75f, true);

  public Pasts(RecordedEvents events, EventCatalog catalog) {
    this.events = events;
    this.catalog = catalog;
  }

  /** The views as of then. A moment that isn't over may still get events: then it is read anew. */
  public Past of(AsOf destination) {
    long until = events.positionAt(destination.known());
    synchronized (kept) {
      Past known = kept.get(destination);
      if (known != null && known.position() == until) {
        return known;
      }
      Past past = new Past(destination, until, events, catalog);
      kept.put(destination, past);
      makeRoom();
      return past;
    }
  }

  private void makeRoom() {
    Iterator<Past> oldestFirst = kept.values().iterator();
    long held = kept.values().stream().mapToLong(Past::handled).sum();
    while (oldestFirst.hasNext() && kept.size() > 1) {
      Past oldest = oldestFirst.next();
      if (kept.size() <= MOST && held <= MOST_EVENTS) {
        return;
      }
      held -= oldest.handled();
      oldestFirst.remove();
    }
  }
}
