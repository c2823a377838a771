package org.uitrol.application.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/** Keeps the aggregates of a world, so that none is read from its first event on each time. */
final class AggregateCache implements Cache {

  private final Map<Object, Object> kept = new HashMap<>();

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The interface has it so.
  public <K, V> @Nullable V get(K key) {
    return (V) kept.get(key);
  }

  @Override
  public void put(Object key, Object value) {
    kept.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return kept.putIfAbsent(key, value) == null;
  }

  @Override
  @SuppressWarnings("unchecked") // As above.
  public <T> T computeIfAbsent(Object key, Supplier<T> value) {
    return (T) kept.computeIfAbsent(key, none -> value.get());
  }

  @Override
  public boolean remove(Object key) {
    return kept.remove(key) != null;
  }

  @Override
  public void removeAll() {
    kept.clear();
  }

  @Override
  public boolean containsKey(Object key) {
    return kept.containsKey(key);
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    return () -> true;
  }

  @Override
  @SuppressWarnings("unchecked") // As above.
  public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
    kept.computeIfPresent(key, (same, value) -> update.apply((V) value));
  }
}
