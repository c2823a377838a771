package org.uitrol.application.shared;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.uitrol.domain.shared.DomainEvent;

/**
 * The stable name and the revision of every event class. The event store writes the name, never the
 * class, so that a class may move while its history stays readable (decision 0002). Immutable, safe
 * for many threads.
 */
public final class EventCatalog {

  private static final Pattern NAME =
      Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private final Map<String, Entry> byName = new LinkedHashMap<>();
  private final Map<Class<?>, Entry> byType = new HashMap<>();

  private EventCatalog(Collection<Entry> entries) {
    for (Entry entry : entries) {
      if (byName.put(entry.name(), entry) != null) {
        throw new IllegalArgumentException("two events are called '" + entry.name() + "'");
      }
      if (byType.put(entry.type(), entry) != null) {
        throw new IllegalArgumentException(entry.type().getSimpleName() + " has two names");
      }
    }
  }

  public static EventCatalog of(Entry... entries) {
    return new EventCatalog(List.of(entries));
  }

  public static EventCatalog of(Collection<Entry> entries) {
    return new EventCatalog(entries);
  }

  /**
   * The stable name of an event class.
   *
   * @throws IllegalArgumentException if the class has no name yet: add its row
   */
  public String nameOf(Class<?> type) {
    return entryOf(type).name();
  }

  /**
   * The current revision, counted from 1.
   *
   * @throws IllegalArgumentException if the class has no name yet
   */
  public int revisionOf(Class<?> type) {
    return entryOf(type).revision();
  }

  /**
   * The class that an event is read into.
   *
   * @throws IllegalArgumentException if no event has that name
   */
  public Class<? extends DomainEvent> classOf(String name) {
    return entryOf(name).type();
  }

  /**
   * The row of an event.
   *
   * @throws IllegalArgumentException if no event has that name
   */
  public Entry entryOf(String name) {
    Entry entry = byName.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no event is called '" + name + "'");
    }
    return entry;
  }

  public boolean knows(Class<?> type) {
    return byType.containsKey(type);
  }

  /** All rows, in the order in which they were given. */
  public Collection<Entry> entries() {
    return List.copyOf(byName.values());
  }

  private Entry entryOf(Class<?> type) {
    Entry entry = byType.get(type);
    if (entry == null) {
      throw new IllegalArgumentException(type.getName() + " stands in no row of the catalogue");
    }
    return entry;
  }

  /**
   * One row.
   *
   * @param name aggregate and past fact, such as {@code campaign.launched}; for ever
   * @param revision of the payload's shape, counted from 1
   * @param type the class that reads and writes the current revision
   */
  public record Entry(String name, int revision, Class<? extends DomainEvent> type) {

    public Entry {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("'" + name + "' is no event name: write aggregate.fact");
      }
      if (revision < 1) {
        throw new IllegalArgumentException("revisions of '" + name + "' are counted from 1");
      }
    }

    public static Entry of(String name, Class<? extends DomainEvent> type) {
      return new Entry(name, 1, type);
    }
  }
}
