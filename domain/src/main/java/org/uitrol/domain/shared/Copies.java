package org.uitrol.domain.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unmodifiable copies with one thing changed, in insertion order. */
public final class Copies {

  private Copies() {}

  public static <T> List<T> with(List<T> list, T added) {
    List<T> copy = new ArrayList<>(list);
    copy.add(added);
    return Collections.unmodifiableList(copy);
  }

  public static <T> List<T> without(List<T> list, T removed) {
    return list.stream().filter(one -> !one.equals(removed)).toList();
  }

  public static <T> Set<T> with(Set<T> set, T added) {
    return withAll(set, List.of(added));
  }

  public static <T> Set<T> withAll(Set<T> set, Collection<T> added) {
    Set<T> copy = new LinkedHashSet<>(set);
    copy.addAll(added);
    return Collections.unmodifiableSet(copy);
  }

  public static <T> Set<T> without(Set<T> set, T removed) {
    Set<T> copy = new LinkedHashSet<>(set);
    copy.remove(removed);
    return Collections.unmodifiableSet(copy);
  }

  public static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return Collections.unmodifiableMap(copy);
  }

  public static <K, V> Map<K, V> without(Map<K, V> map, K key) {
    Map<K, V> copy = new LinkedHashMap<>(map);
    copy.remove(key);
    return Collections.unmodifiableMap(copy);
  }
}
