package org.uitrol.domain.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.survey.Ballot;

/** Whoever brought answers along has read them, and can take them away from what is told. */
class ResultsWithAnswersFromElsewhere {

  private static final int SMALLEST = 5;
  private static final Set<String> COUNTED = Set.of("worry");

  @Test
  void are_told_when_all_came_from_elsewhere() {
    assertThat(told(counts(0, 6))).contains(Group.EVERYBODY, department("finance"));
    assertThat(told(counts(0, 4))).isEmpty();
  }

  @Test
  void are_told_when_enough_answered_here_too() {
    assertThat(told(counts(5, 40))).contains(Group.EVERYBODY, department("finance"));
  }

  /** Four made-up answers beside that of one person would tell that person's answer. */
  @Test
  void are_withheld_when_the_few_who_answered_here_would_be_left() {
    assertThat(told(counts(1, 4))).isEmpty();
    assertThat(told(counts(4, 40))).isEmpty();
  }

  @Test
  void tell_no_group_of_which_too_few_answered_here() {
    Counts counts = Counts.NONE;
    for (int one = 0; one < 6; one++) {
      counts = counts.with(COUNTED, ballot(), place("town hall"));
    }
    for (int one = 0; one < 2; one++) {
      counts = counts.with(COUNTED, ballot(), place("quay"));
    }
    for (int one = 0; one < 8; one++) {
      counts = counts.withBrought(COUNTED, ballot(), place("quay"));
    }

    assertThat(told(counts))
        .contains(Group.EVERYBODY)
        .doesNotContain(
            new Group(Breakdown.LOCATION, "quay"), new Group(Breakdown.LOCATION, "town hall"));
  }

  @Test
  void tell_no_two_groups_that_differ_by_the_few_who_answered_here() {
    Counts counts = Counts.NONE;
    for (int one = 0; one < 6; one++) {
      counts = counts.with(COUNTED, ballot(), place("town hall"));
    }
    for (int one = 0; one < 3; one++) {
      counts = counts.with(COUNTED, ballot(), Traits.NONE);
    }
    for (int one = 0; one < 20; one++) {
      counts = counts.withBrought(COUNTED, ballot(), Traits.NONE);
    }

    assertThat(told(counts))
        .contains(Group.EVERYBODY)
        .doesNotContain(new Group(Breakdown.LOCATION, "town hall"));
  }

  @Test
  void stay_counted_when_departments_are_added_up() {
    Counts both =
        Counts.sum(
            Stream.of(counts(2, 3).of("finance"), counts(1, 7).of("legal")).toList());

    assertThat(both.broughtByQuestion()).containsExactly(Map.entry("worry", 10));
    assertThat(both.here("worry").values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
  }

  private static Set<Group> told(Counts counts) {
    Set<Group> told = new TreeSet<>();
    ResultSheet.of(Town.PLAN, SMALLEST, Map.of("finance", counts))
        .questions()
        .forEach(question -> question.groups().forEach(one -> told.add(one.group())));
    return told;
  }

  private static Counts counts(int here, int elsewhere) {
    Counts counts = Counts.NONE;
    for (int one = 0; one < here; one++) {
      counts = counts.with(COUNTED, ballot(), Traits.NONE);
    }
    for (int one = 0; one < elsewhere; one++) {
      counts = counts.withBrought(COUNTED, ballot(), Traits.NONE);
    }
    return counts;
  }

  private static Ballot ballot() {
    return new Ballot(Map.of("worry", "2"));
  }

  private static Traits place(String location) {
    return new Traits(new TreeMap<>(Map.of(Breakdown.LOCATION, location)));
  }

  private static Group department(String name) {
    return new Group(Breakdown.DEPARTMENT, name);
  }
}
