package org.uitrol.domain.survey.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.uitrol.domain.survey.result.Town.Person;

/**
 * Somebody who knows who works where and who answered, reads all that is told, and wants to know
 * what a few people answered. Shares nothing with the engine: it tries everything.
 */
final class AnAttacker {

  private final List<Person> people;
  private final int smallest;

  AnAttacker(List<Person> people, int smallest) {
    this.people = people;
    this.smallest = smallest;
  }

  /** The attacker also knows which departments count nowhere: those that are too few together. */
  static AnAttacker of(Town town, QuestionResult told, int smallest) {
    Set<String> departments =
        told.by(Breakdown.DEPARTMENT).stream()
            .map(one -> one.group().value())
            .collect(Collectors.toSet());
    return new AnAttacker(
        town.answering().stream()
            .filter(one -> told.leftOut() == 0 || departments.contains("d" + one.department()))
            .toList(),
        smallest);
  }

  /**
   * Adds and subtracts groups in every way, each at most once, as if their sums were told exactly.
   *
   * @return fewer people than the smallest group of whom it then knows the sum
   */
  Optional<List<Person>> combines(List<Group> told) {
    return combines(told, 0, new int[people.size()]);
  }

  private Optional<List<Person>> combines(List<Group> told, int next, int[] weight) {
    if (next == told.size()) {
      List<Person> about =
          IntStream.range(0, weight.length)
              .filter(one -> weight[one] != 0)
              .mapToObj(people::get)
              .toList();
      return about.isEmpty() || about.size() >= smallest ? Optional.empty() : Optional.of(about);
    }
    for (int factor = -1; factor <= 1; factor++) {
      int[] more = weight.clone();
      for (int one = 0; one < more.length; one++) {
        more[one] += people.get(one).isIn(told.get(next)) ? factor : 0;
      }
      Optional<List<Person>> found = combines(told, next + 1, more);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** As {@link #combines}, of one group and another only: what a pair of results tells. */
  Optional<List<Person>> compares(List<Group> told) {
    for (int one = 0; one < told.size(); one++) {
      for (int other = one; other < told.size(); other++) {
        Optional<List<Person>> found =
            combines(
                one == other ? List.of(told.get(one)) : List.of(told.get(one), told.get(other)));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Goes through every way in which everybody may have answered, and keeps those that fit what is
   * told. Of people with the same traits only how many gave each answer matters.
   *
   * @return who can only have answered one thing
   */
  List<Person> imagines(QuestionResult told) {
    Map<String, List<Person>> alike = new TreeMap<>();
    for (Person one : people) {
      alike
          .computeIfAbsent(
              one.department() + "/" + one.traits().values(), none -> new ArrayList<>())
          .add(one);
    }
    List<List<Person>> kinds = List.copyOf(alike.values());
    boolean[][] seen = new boolean[kinds.size()][Town.POINTS];
    imagine(told, kinds, 0, new int[kinds.size()][Town.POINTS], seen);
    List<Person> known = new ArrayList<>();
    for (int kind = 0; kind < seen.length; kind++) {
      int possible = 0;
      for (boolean can : seen[kind]) {
        possible += can ? 1 : 0;
      }
      if (possible == 1) {
        known.addAll(kinds.get(kind));
      }
    }
    return known;
  }

  private static void imagine(
      QuestionResult told, List<List<Person>> kinds, int next, int[][] given, boolean[][] seen) {
    if (next == kinds.size()) {
      if (told.groups().stream().allMatch(group -> fits(group, kinds, given))) {
        for (int kind = 0; kind < given.length; kind++) {
          for (int answer = 0; answer < Town.POINTS; answer++) {
            seen[kind][answer] |= given[kind][answer] > 0;
          }
        }
      }
      return;
    }
    int all = kinds.get(next).size();
    for (int ones = 0; ones <= all; ones++) {
      for (int twos = 0; ones + twos <= all; twos++) {
        given[next] = new int[] {ones, twos, all - ones - twos};
        imagine(told, kinds, next + 1, given, seen);
      }
    }
  }

  private static boolean fits(GroupResult told, List<List<Person>> kinds, int[][] given) {
    int[] shares = new int[Town.POINTS];
    for (int kind = 0; kind < given.length; kind++) {
      if (kinds.get(kind).get(0).isIn(told.group())) {
        for (int answer = 0; answer < Town.POINTS; answer++) {
          shares[answer] += given[kind][answer];
        }
      }
    }
    double mean = (shares[0] + 2.0 * shares[1] + 3.0 * shares[2]) / IntStream.of(shares).sum();
    Score score = told.score();
    if (score == null || mean < score.low() - 1e-9 || mean > score.high() + 1e-9) {
      return false;
    }
    for (Map.Entry<String, Band> share : told.shares().entrySet()) {
      int number = shares[Integer.parseInt(share.getKey()) - 1];
      if (number < share.getValue().low() || number > share.getValue().high()) {
        return false;
      }
    }
    return true;
  }
}
