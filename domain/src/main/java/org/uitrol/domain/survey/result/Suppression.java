package org.uitrol.domain.survey.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.uitrol.domain.shared.Copies;

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
   * @param smallest the smallest group
   */
  static Suppression of(Crowd crowd, int smallest) {
    Map<Group, Integer> here = crowd.sizesHere();
    Set<String> small = new TreeSet<>();
    int inSmall = 0;
    int hereInSmall = 0;
    for (Map.Entry<Group, Integer> size : crowd.sizes().entrySet()) {
      Group group = size.getKey();
      if (group.by() == Breakdown.DEPARTMENT
          && Crowd.isTooFew(size.getValue(), size(here, group), smallest)) {
        small.add(group.value());
        inSmall += size.getValue();
        hereInSmall += size(here, group);
      }
    }
    if (small.isEmpty() || !Crowd.isTooFew(inSmall, hereInSmall, smallest)) {
      return choose(crowd, smallest, Set.of());
    }
    return choose(
        crowd.without(one -> small.contains(one.values().get(Breakdown.DEPARTMENT))),
        smallest,
        small);
  }

  private static Suppression choose(Crowd crowd, int smallest, Set<String> leftOut) {
    SortedMap<Group, Integer> sizes = crowd.sizes();
    SortedMap<Group, Integer> here = crowd.sizesHere();
    SortedMap<Breakdown, Integer> withheld = new TreeMap<>();
    if (!leftOut.isEmpty()) {
      withheld.put(Breakdown.DEPARTMENT, leftOut.size());
    }
    List<Group> told = List.of();
    for (Breakdown by : order()) {
      List<Group> candidates = new ArrayList<>();
      sizes.keySet().stream().filter(group -> group.by() == by).forEach(candidates::add);
      int all = candidates.size();
      candidates.removeIf(group -> Crowd.isTooFew(size(sizes, group), size(here, group), smallest));
      candidates.sort(
          Comparator.<Group>comparingInt(group -> -size(sizes, group))
              .thenComparing(Comparator.naturalOrder()));
      int before = told.size();
      List<Group> together = new ArrayList<>(told);
      together.addAll(candidates);
      if (!crowd.isUnmasked(together, smallest)) {
        told = together;
      } else {
        for (Group candidate : candidates) {
          List<Group> more = Copies.with(told, candidate);
          if (!crowd.isUnmasked(more, smallest)) {
            told = more;
          }
        }
      }
      if (all > told.size() - before) {
        withheld.merge(by, all - (told.size() - before), Integer::sum);
      }
    }
    return new Suppression(new TreeSet<>(told), withheld, leftOut);
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

  private static int size(Map<Group, Integer> sizes, Group group) {
    return sizes.getOrDefault(group, 0);
  }
}
