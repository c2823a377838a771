package org.uitrol.domain.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.result.Town.Person;

/** Whoever brought answers along has read them, and can take them away from what is told. */
class ResultsWithAnswersFromElsewhere {

  private static final int SMALLEST = 5;
  private static final int FEW = 3;
  private static final Set<String> COUNTED = Set.of("worry");

  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger foundWithout = new AtomicInteger();

  /**
   * Whoever knows all that came from elsewhere looks at the others alone; whoever knows none of it
   * looks at all.
   */
  @Property(tries = 200)
  void tell_neither_reader_of_a_smaller_group(
      @ForAll("towns") Town town, @ForAll("seeds") long seed) {
    Random random = new Random(seed);
    double share = random.nextDouble();
    List<Person> here = new ArrayList<>();
    Map<String, Counts> counts = new HashMap<>();
    for (Person one : town.answering()) {
      boolean elsewhere = random.nextDouble() < share;
      if (!elsewhere) {
        here.add(one);
      }
      Ballot ballot = new Ballot(Map.of("worry", "" + one.answer()));
      Counts before = counts.getOrDefault("d" + one.department(), Counts.NONE);
      counts.put(
          "d" + one.department(),
          elsewhere
              ? before.withBrought(COUNTED, ballot, one.traits())
              : before.with(COUNTED, ballot, one.traits()));
    }

    QuestionResult results = ResultSheet.of(Town.PLAN, FEW, counts).questions().get(0);

    List<Group> groups = results.groups().stream().map(GroupResult::group).toList();
    assertThat(AnAttacker.of(new Town(here), results, FEW).combines(groups)).isEmpty();
    assertThat(AnAttacker.of(town, results, FEW).combines(groups)).isEmpty();
    List<Group> careless = town.told(FEW).groups().stream().map(GroupResult::group).toList();
    told.addAndGet(groups.size() > 1 ? 1 : 0);
    foundWithout.addAndGet(new AnAttacker(here, FEW).combines(careless).isPresent() ? 1 : 0);
  }

  /** The property says something only where results are told and could have been seen through. */
  @AfterProperty
  void was_worth_trying() {
    assertThat(told.get()).isGreaterThan(20);
    assertThat(foundWithout.get()).isGreaterThan(20);
  }

  @Provide
  Arbitrary<Town> towns() {
    return Town.any(6, 16);
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

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
        Counts.sum(Stream.of(counts(2, 3).of("finance"), counts(1, 7).of("legal")).toList());

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
