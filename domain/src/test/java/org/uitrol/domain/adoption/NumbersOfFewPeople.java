package org.uitrol.domain.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersOfFewPeople {

  private static final SmallestGroup FIVE = new SmallestGroup(5);

  @ParameterizedTest
  @CsvSource({
    "0,20,0,4",
    "4,20,0,4",
    "5,20,5,5",
    "15,20,15,15",
    "16,20,16,20",
    "20,20,16,20",
    "5,10,5,5",
    "5,9,0,9",
    "0,3,0,3",
    "0,0,0,0"
  })
  void are_told_as_a_range(int count, int people, int atLeast, int atMost) {
    assertThat(FIVE.tell(count, people)).isEqualTo(new Headcount(atLeast, atMost, people));
  }

  @Test
  void tell_a_share_that_there_is_at_least() {
    assertThat(FIVE.tell(4, 20).share()).hasValue(0);
    assertThat(FIVE.tell(12, 20).share()).hasValue(0.6);
    assertThat(FIVE.tell(19, 20).share()).hasValue(0.8);
    assertThat(FIVE.tell(5, 9).share()).isEmpty();
    assertThat(FIVE.tell(0, 0).share()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10,15,10,10", "6,15,6,6", "13,15,11,15", "4,15,0,4", "5,9,0,9", "0,5,0,5"})
  void are_part_of_a_number_from_which_they_are_not_subtracted(
      int count, int whole, int atLeast, int atMost) {
    assertThat(FIVE.tellPart(count, FIVE.tell(whole, 40)))
        .isEqualTo(new Headcount(atLeast, atMost, 40));
  }

  @Test
  void are_no_more_than_the_number_that_they_are_part_of() {
    assertThat(FIVE.tellPart(2, FIVE.tell(3, 40))).isEqualTo(new Headcount(0, 4, 40));
    assertThat(FIVE.tellPart(20, FIVE.tell(38, 40))).isEqualTo(new Headcount(20, 20, 40));
    assertThat(FIVE.tellPart(3, FIVE.tell(4, 9))).isEqualTo(new Headcount(0, 9, 9));
  }

  @Test
  void are_summed_up_when_each_is_told() {
    assertThat(sum(FIVE, List.of(6, 8), List.of(20, 20))).isEqualTo(new Headcount(14, 14, 40));
  }

  @Test
  void cannot_be_had_by_subtracting_from_the_sum() {
    assertThat(sum(FIVE, List.of(3, 8), List.of(20, 20)))
        .as("one by itself")
        .isEqualTo(new Headcount(8, 12, 40));
    assertThat(sum(FIVE, List.of(1, 2, 8), List.of(20, 20, 20)))
        .as("two that are few together")
        .isEqualTo(new Headcount(8, 16, 60));
    assertThat(sum(FIVE, List.of(4, 4, 8), List.of(20, 20, 20)))
        .as("two that are as many as they can be")
        .isEqualTo(new Headcount(8, 16, 60));
    assertThat(sum(FIVE, List.of(3, 3, 8), List.of(20, 20, 20)))
        .as("two that may be either")
        .isEqualTo(new Headcount(14, 14, 60));
    assertThat(sum(FIVE, List.of(19, 18, 8), List.of(20, 20, 20)))
        .as("two of which few don't")
        .isEqualTo(new Headcount(40, 48, 60));
  }

  /** Whoever knows the rules can ask of which numbers the same would be told. */
  @ParameterizedTest
  @CsvSource({"3,6,6,7", "3,7,8,5", "3,6,2,2", "3,8,8,8", "2,4,5,3", "5,11,10,12"})
  void stay_unknown_to_those_who_try_all_that_there_may_be(int size, int a, int b, int c) {
    SmallestGroup smallest = new SmallestGroup(size);
    List<Integer> people = List.of(a, b, c);
    Map<Object, List<List<Integer>>> alike = new HashMap<>();
    for (List<Integer> counts : all(people)) {
      alike.computeIfAbsent(told(smallest, counts, people), key -> new ArrayList<>()).add(counts);
    }
    assertThat(alike.size()).isGreaterThan(1);
    alike.forEach(
        (told, possible) -> {
          for (int i = 0; i < people.size(); i++) {
            int place = i;
            Set<Integer> values = new HashSet<>();
            possible.forEach(counts -> values.add(counts.get(place)));
            Headcount one = smallest.tell(possible.get(0).get(i), people.get(i));
            if (!one.isExact()) {
              assertThat(values).as("of group %s in %s", i, possible).hasSizeGreaterThan(1);
            }
          }
        });
  }

  private static Object told(SmallestGroup smallest, List<Integer> counts, List<Integer> people) {
    List<Headcount> told = tell(smallest, counts, people);
    return List.of(told, smallest.sum(counts, told));
  }

  private static Headcount sum(SmallestGroup smallest, List<Integer> counts, List<Integer> people) {
    return smallest.sum(counts, tell(smallest, counts, people));
  }

  private static List<Headcount> tell(
      SmallestGroup smallest, List<Integer> counts, List<Integer> people) {
    List<Headcount> told = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      told.add(smallest.tell(counts.get(i), people.get(i)));
    }
    return told;
  }

  private static List<List<Integer>> all(List<Integer> people) {
    List<List<Integer>> all = new ArrayList<>();
    for (int a = 0; a <= people.get(0); a++) {
      for (int b = 0; b <= people.get(1); b++) {
        for (int c = 0; c <= people.get(2); c++) {
          all.add(List.of(a, b, c));
        }
      }
    }
    return all;
  }
}
