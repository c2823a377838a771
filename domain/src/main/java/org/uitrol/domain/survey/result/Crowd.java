package org.uitrol.domain.survey.result;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The people who answered a question, by their traits. Those who answered elsewhere are known to
 * whoever brought their answers: such a reader can take them away from whatever is told, so that
 * the others must be enough by themselves (decision 0037).
 *
 * @param people how many answered
 * @param here how many of them answered here
 */
record Crowd(Map<Traits, Integer> people, Map<Traits, Integer> here) {

  Crowd {
    people = Map.copyOf(people);
    here = Map.copyOf(here);
  }

  static Crowd of(Counts counts, String question) {
    return new Crowd(counts.people(question), counts.here(question));
  }

  /** The same without some. */
  Crowd without(Predicate<Traits> some) {
    Map<Traits, Integer> rest = new HashMap<>(people);
    Map<Traits, Integer> restHere = new HashMap<>(here);
    rest.keySet().removeIf(some);
    restHere.keySet().removeIf(some);
    return new Crowd(rest, restHere);
  }

  /** How many people of each group answered. */
  SortedMap<Group, Integer> sizes() {
    return sizes(people);
  }

  /** How many people of each group answered here. */
  SortedMap<Group, Integer> sizesHere() {
    return sizes(here);
  }

  /** Whether so many people, of whom so many answered here, are too few to be told of. */
  static boolean isTooFew(int all, int here, int smallest) {
    return all < smallest || (here > 0 && here < smallest);
  }

  /** Whether somebody can work out from these groups what too few people answered. */
  boolean isUnmasked(List<Group> groups, int smallest) {
    return isUnmasked(people, groups, smallest)
        || (!here.equals(people) && isUnmasked(here, groups, smallest));
  }

  private static boolean isUnmasked(Map<Traits, Integer> people, List<Group> groups, int smallest) {
    List<Traits> columns =
        people.keySet().stream()
            .sorted(Comparator.comparing(one -> one.values().toString()))
            .toList();
    List<int[]> rows = groups.stream().map(group -> row(columns, group)).toList();
    int[] counts = columns.stream().mapToInt(people::get).toArray();
    return Unmasking.works(rows, counts, smallest);
  }

  private static int[] row(List<Traits> columns, Group group) {
    return columns.stream().mapToInt(one -> one.groups().contains(group) ? 1 : 0).toArray();
  }

  private static SortedMap<Group, Integer> sizes(Map<Traits, Integer> people) {
    SortedMap<Group, Integer> sizes = new TreeMap<>();
    people.forEach(
        (traits, count) ->
            traits.groups().forEach(group -> sizes.merge(group, count, Integer::sum)));
    return sizes;
  }
}
