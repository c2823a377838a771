package org.uitrol.adapters.files.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.files.campaign.PlanChange.Kind;
import org.uitrol.adapters.files.campaign.PlanChange.Step;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.PersonId;

/**
 * In what two versions of a plan differ, in the order of a campaign file. It compares what the file
 * would say, so that every key of the format is compared and a new one can't be forgotten.
 */
public final class PlanChanges {

  /** By which of its values one of a list is known. */
  private static final List<String> NAMES = List.of("id", "name", "stage");

  /** Maps whose keys are the user's own. */
  private static final Set<String> OWN_KEYS =
      Set.of("mails", "surveys", "meetings", "courses", "segments", "skills", "paths");

  private final List<PlanChange> changes = new ArrayList<>();

  private PlanChanges() {}

  /**
   * The changes from one plan to another; none when they are equal.
   *
   * @param people what to call each person in them
   */
  public static List<PlanChange> between(
      Plan before, Plan after, Function<PersonId, String> people) {
    PlanChanges found = new PlanChanges();
    found.maps(
        List.of(),
        CampaignFileWriter.tree(before, people),
        CampaignFileWriter.tree(after, people),
        false);
    return List.copyOf(found.changes);
  }

  private void maps(List<Step> path, Map<?, ?> before, Map<?, ?> after, boolean own) {
    Set<Object> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    for (Object key : keys) {
      value(
          with(path, new Step(key.toString(), "", own)),
          key.toString(),
          before.get(key),
          after.get(key));
    }
  }

  private void value(List<Step> path, String key, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (OWN_KEYS.contains(key)
        && path.size() == 1
        && (before == null || before instanceof Map)
        && (after == null || after instanceof Map)) {
      maps(
          path,
          before instanceof Map<?, ?> some ? some : Map.of(),
          after instanceof Map<?, ?> some ? some : Map.of(),
          true);
    } else if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
      maps(path, old, now, false);
    } else if (isList(before) && isList(after)) {
      lists(path, list(before), list(after));
    } else {
      add(path, before, after);
    }
  }

  private static boolean isList(@Nullable Object value) {
    return value == null || value instanceof List;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** Things with a name are compared by it, others as a whole. */
  private void lists(List<Step> path, List<?> before, List<?> after) {
    Map<String, Object> old = byName(before);
    Map<String, Object> now = byName(after);
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(old.keySet());
    int found = changes.size();
    for (String name : names) {
      Step last = path.get(path.size() - 1);
      List<Step> item = new ArrayList<>(path.subList(0, path.size() - 1));
      item.add(new Step(last.key(), isNamed(old, now, name) ? name : "", last.own()));
      Object one = old.get(name);
      Object other = now.get(name);
      if (one instanceof Map<?, ?> some && other instanceof Map<?, ?> others) {
        maps(item, some, others, false);
      } else if (!Objects.equals(one, other)) {
        add(item, one, other);
      }
    }
    if (changes.size() == found) {
      changes.add(new PlanChange(Kind.REORDERED, path, written(before), written(after)));
    }
  }

  private static boolean isNamed(Map<String, Object> old, Map<String, Object> now, String name) {
    return Stream.of(old, now)
        .flatMap(all -> Optional.ofNullable(all.get(name)).stream())
        .anyMatch(one -> name(one).isPresent());
  }

  private static Map<String, Object> byName(List<?> items) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Object item : items) {
      String name = name(item).orElse(written(item));
      named.put(name, item);
    }
    return named;
  }

  private static Optional<String> name(Object item) {
    return item instanceof Map<?, ?> map
        ? NAMES.stream().map(map::get).filter(Objects::nonNull).map(Object::toString).findFirst()
        : Optional.empty();
  }

  private void add(List<Step> path, @Nullable Object before, @Nullable Object after) {
    Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
    changes.add(new PlanChange(kind, path, written(before), written(after)));
  }

  private static List<Step> with(List<Step> path, Step last) {
    List<Step> longer = new ArrayList<>(path);
    longer.add(last);
    return longer;
  }

  /** On one line, without the quotes that a file may need. */
  private static String written(@Nullable Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + written(entry.getValue()))
          .collect(Collectors.joining(", "));
    } else if (value instanceof List<?> list) {
      return list.stream().map(PlanChanges::written).collect(Collectors.joining("; "));
    }
    return value.toString();
  }
}
