package org.uitrol.domain.survey.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Chooses which groups are told of. It knows how many people of which traits answered, and nothing
 * of what they answered, so that what it leaves out tells nothing either. Groups come one after the
 * other, and one is told only while nobody can work out a group that is too small from all that is
 * told together.
 *
 * @param told the groups that are told, in their order
 * @param withheld how many groups of each breakdown are not
 * @param leftOut the departments whose answers count nowhere: too few by themselves and together
 */
record Suppression(Set<Group> told, SortedMap<Breakdown, Integer> withheld, Set<String> leftOut) {

  Suppression {
    told = Collections.unmodifiableSet(new TreeSet<>(told));
    withheld = Collections.unmodifiableSortedMap(new TreeMap<>(withheld));
    leftOut = Set.copyOf(leftOut);
  }

  /**
   * What may be told of people who answered one question.
   *
   * @param people how many people of the same traits answered
   * @param smallest the smallest group
   */
  static Suppression of(Map<Traits, Integer> people, int smallest) {
    Map<Group, Integer> sizes = sizes(people);
    Set<String> small = new TreeSet<>();
    int inSmall = 0;
    for (Map.Entry<Group, Integer> size : sizes.entrySet()) {
      if (size.getKey().by() == Breakdown.DEPARTMENT && size.getValue() < smallest) {
        small.add(size.getKey().value());
        inSmall += size.getValue();
      }
    }
    if (inSmall >= smallest) {
      return choose(people, smallest, Set.of());
    }
    Map<Traits, Integer> counted = new HashMap<>(people);
    counted.keySet().removeIf(one -> small.contains(one.values().get(Breakdown.DEPARTMENT)));
    return choose(counted, smallest, small);
  }

  private static Suppression choose(
      Map<Traits, Integer> people, int smallest, Set<String> leftOut) {
    List<Traits> columns = new ArrayList<>(people.keySet());
    int[] counts = columns.stream().mapToInt(people::get).toArray();
    SortedMap<Group, Integer> sizes = sizes(people);
    SortedMap<Breakdown, Integer> withheld = new TreeMap<>();
    if (!leftOut.isEmpty()) {
      withheld.put(Breakdown.DEPARTMENT, leftOut.size());
    }
    Set<Group> told = new LinkedHashSet<>();
    List<int[]> rows = new ArrayList<>();
    for (Breakdown by : order()) {
      List<Group> candidates = new ArrayList<>();
      sizes.keySet().stream().filter(group -> group.by() == by).forEach(candidates::add);
      int all = candidates.size();
      candidates.removeIf(group -> size(sizes, group) < smallest);
      candidates.sort(
          Comparator.<Group>comparingInt(group -> -size(sizes, group))
              .thenComparing(Comparator.naturalOrder()));
      List<int[]> wanted = candidates.stream().map(group -> row(columns, group)).toList();
      List<int[]> together = new ArrayList<>(rows);
      together.addAll(wanted);
      int before = told.size();
      if (!Unmasking.works(together, counts, smallest)) {
        told.addAll(candidates);
        rows = together;
      } else {
        for (int i = 0; i < candidates.size(); i++) {
          List<int[]> more = new ArrayList<>(rows);
          more.add(wanted.get(i));
          if (!Unmasking.works(more, counts, smallest)) {
            told.add(candidates.get(i));
            rows = more;
          }
        }
      }
      if (all > told.size() - before) {
        withheld.merge(by, all - (told.size() - before), Integer::sum);
      }
    }
    return new Suppression(told, withheld, leftOut);
  }

  /** Departments come first: what each of them answered is known since its survey closed. */
  private static List<Breakdown> order() {
    List<Breakdown> order = new ArrayList<>(List.of(Breakdown.DEPARTMENT));
    for (Breakdown by : Breakdown.values()) {
      if (by != Breakdown.DEPARTMENT) {
        order.add(by);
      }
    }
    return order;
  }

  private static int[] row(Collection<Traits> columns, Group group) {
    return columns.stream().mapToInt(one -> one.groups().contains(group) ? 1 : 0).toArray();
  }

  private static int size(Map<Group, Integer> sizes, Group group) {
    return sizes.getOrDefault(group, 0);
  }

  private static SortedMap<Group, Integer> sizes(Map<Traits, Integer> people) {
    SortedMap<Group, Integer> sizes = new TreeMap<>();
    people.forEach(
        (traits, count) ->
            traits.groups().forEach(group -> sizes.merge(group, count, Integer::sum)));
    return sizes;
  }
}
